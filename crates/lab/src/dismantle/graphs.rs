//! The networks of `data/networks`: edge lists, edge tables and matrices, all read as simple undirected graphs.

use anyhow::{Context as _, bail};
use inquiry::network::csr::Csr;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A network with its name.
pub(super) struct Network {
    pub(super) name: String,
    pub(super) graph: Csr,
}

/// All files below `folder` whose names end in `ending`, sorted.
pub(super) fn files(folder: &Path, ending: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.trim_end_matches(".edges.csv");
    name.trim_end_matches(".csv")
        .trim_end_matches(".el")
        .to_owned()
}

/// A file of edges, as `clew` itself reads them.
pub(super) fn edges(path: &Path) -> anyhow::Result<Network> {
    let text = std::fs::read_to_string(path)?;
    let read = clew::edges::parse(&text).with_context(|| path.display().to_string())?;
    let edges: Vec<_> = read.edges.iter().map(|it| (it.from, it.to, 1.0)).collect();
    Ok(Network {
        name: name(path),
        graph: Csr::undirected(read.names.len(), &edges)?,
    })
}

/// The pairs of a square matrix with names in its first row and column.
pub(super) fn matrix(path: &Path) -> anyhow::Result<BTreeSet<(String, String)>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path)?;
    let names: Vec<String> = reader.headers()?.iter().map(clean).collect();
    let mut pairs = BTreeSet::new();
    for row in reader.records() {
        let row = row?;
        let from = clean(row.get(0).unwrap_or_default());
        for (cell, to) in row.iter().zip(&names).skip(1) {
            if cell.trim().parse::<f64>().is_ok_and(|value| value != 0.0) && from != *to {
                let pair = (from.clone(), to.clone());
                pairs.insert(if pair.0 < pair.1 {
                    pair
                } else {
                    (pair.1, pair.0)
                });
            }
        }
    }
    if pairs.is_empty() {
        bail!("{}: no pairs", path.display());
    }
    Ok(pairs)
}

fn clean(cell: &str) -> String {
    cell.trim_matches(|c: char| c == '\u{feff}' || c == '"' || c.is_whitespace())
        .to_owned()
}

/// A graph of named pairs; only who is in a pair is a node.
pub(super) fn of_pairs(
    name: String,
    pairs: &BTreeSet<(String, String)>,
) -> anyhow::Result<Network> {
    let names: BTreeSet<&String> = pairs.iter().flat_map(|(a, b)| [a, b]).collect();
    let names: Vec<&String> = names.into_iter().collect();
    let number = |name: &String| -> anyhow::Result<u32> {
        let at = names
            .binary_search(&name)
            .map_err(|_| anyhow::anyhow!("no {name}"))?;
        Ok(u32::try_from(at)?)
    };
    let edges = pairs.iter().map(|(a, b)| Ok((number(a)?, number(b)?, 1.0)));
    let edges: anyhow::Result<Vec<_>> = edges.collect();
    Ok(Network {
        name,
        graph: Csr::undirected(names.len(), &edges?)?,
    })
}

/// The covert sets: every layer, the matrices, the phases of Caviar and their union.
pub(super) fn covert(data: &Path) -> anyhow::Result<Vec<Network>> {
    let mut all = Vec::new();
    for path in files(&data.join("covert"), ".edges.csv")? {
        if let Ok(network) = edges(&path) {
            all.push(network);
        } else {
            crate::say(&format!("not read: {}", name(&path)));
        }
    }
    for path in files(&data.join("covert"), ".csv")? {
        let held = name(&path);
        if held == "INDEX" || path.to_string_lossy().contains("es.csv") {
            continue;
        }
        all.push(of_pairs(held, &matrix(&path)?)?);
    }
    let mut union = BTreeSet::new();
    for path in files(&data.join("caviar"), ".csv")? {
        let pairs = matrix(&path)?;
        union.extend(pairs.iter().cloned());
        all.push(of_pairs(format!("caviar-{}", name(&path)), &pairs)?);
    }
    all.push(of_pairs("caviar-union".to_owned(), &union)?);
    Ok(all)
}
