//! The network that a plan is made for: of a case or of a file, with who is protected and what a removal costs.

use crate::casefile::Study;
use crate::cli::args::{Dismantle, What};
use crate::cli::error::{Failure, FailureKind};
use crate::cli::filter;
use crate::cli::view::{self, View};
use crate::edges;
use crate::redact::Mask;
use crate::tied::{self, Tied};
use inquiry::network::csr::Csr;
use inquiry::network::invalid::Invalid;
use model::{EntityId, Layer, Link};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A network with everything a plan and its words need.
pub(super) struct Given {
    /// Names, to be shown through the mask.
    pub(super) names: Vec<String>,
    /// Identifiers as given.
    pub(super) ids: Vec<String>,
    /// Identifiers of what counts as its user, with the user's node.
    carried: BTreeMap<String, u32>,
    /// Whether all identifiers are numbers, and so written as numbers.
    numeric: bool,
    /// Roles that sources claim.
    pub(super) roles: Vec<String>,
    /// All ties; direction is not used.
    pub(super) graph: Csr,
    /// Whom no plan may name.
    pub(super) protected: BTreeSet<u32>,
    /// Numbers that hide digits or are none.
    pub(super) unclear: BTreeSet<u32>,
    /// Those of whom no more is known than a tie to one protected person.
    pub(super) hanging: BTreeSet<u32>,
    /// Recruiters, and the recruits and victims: between whom the flow runs.
    pub(super) flow: (Vec<u32>, Vec<u32>),
    /// Who could take another's place: the people.
    pub(super) people: BTreeSet<u32>,
    /// How many links of each layer went in.
    pub(super) layers: BTreeMap<String, usize>,
    pub(super) mask: Mask,
}

impl Given {
    /// The identifier of a node as the file or case gives it.
    pub(super) fn id(&self, node: u32) -> Value {
        let id = &self.ids[node as usize];
        match id.parse::<u64>() {
            Ok(number) if self.numeric => Value::from(number),
            _ => Value::from(id.clone()),
        }
    }

    /// How many numbers, addresses and documents count as their user.
    pub(super) fn carried(&self) -> usize {
        self.carried.len()
    }

    /// Whom no plan may name, for whatever reason.
    pub(super) fn closed(&self) -> BTreeSet<u32> {
        let all = self.protected.iter().chain(&self.unclear);
        all.chain(&self.hanging).copied().collect()
    }

    /// What each removal costs.
    pub(super) fn costs(&self, asked: &str) -> Result<Option<Vec<f64>>, Failure> {
        match asked {
            "unit" => Ok(None),
            "degree" => {
                let degree = |node| u32::try_from(self.graph.degree(node)).unwrap_or(u32::MAX);
                let all = self.graph.numbers().map(|it| f64::from(degree(it).max(1)));
                Ok(Some(all.collect()))
            }
            path => self.priced(Path::new(path)).map(Some),
        }
    }

    /// Costs from a file of `id,cost`; 1 for whom it does not name.
    fn priced(&self, path: &Path) -> Result<Vec<f64>, Failure> {
        let number = self.numbers();
        let mut costs = vec![1.0; self.ids.len()];
        for (line, row) in (1_u64..).zip(read(path)?.lines()) {
            let Some((id, cost)) = row.trim().rsplit_once([',', '\t']) else {
                if row.trim().is_empty() {
                    continue;
                }
                return Err(at(path, line, "expected id,cost"));
            };
            let (id, cost) = (id.trim().trim_matches('"'), cost.trim());
            let Some(&node) = number.get(id) else {
                if line == 1 && cost.parse::<f64>().is_err() {
                    continue;
                }
                return Err(at(path, line, &format!("{id:?} is nobody in this network")));
            };
            match cost.parse::<f64>() {
                Ok(cost) if cost.is_finite() && cost > 0.0 => costs[node as usize] = cost,
                _ => return Err(at(path, line, "a cost is a number above 0")),
            }
        }
        Ok(costs)
    }

    fn numbers(&self) -> BTreeMap<&str, u32> {
        let carried = self.carried.iter().map(|(id, node)| (id.as_str(), *node));
        let own = self.ids.iter().map(String::as_str).zip(0..);
        carried.chain(own).collect()
    }

    /// Protects whom a file names beside those already protected. A name that nobody bears is refused: a slip must not unprotect.
    fn protect(&mut self, path: &Path, view: Option<&View>) -> Result<(), Failure> {
        let mut more: BTreeSet<u32> = BTreeSet::new();
        let number = self.numbers();
        for (line, row) in (1_u64..).zip(read(path)?.lines()) {
            let wanted = row.trim().trim_matches('"');
            if wanted.is_empty() || wanted.starts_with('#') {
                continue;
            }
            let before = more.len();
            more.extend(number.get(wanted));
            let mut known = more.len() > before || number.contains_key(wanted);
            // In a case everyone is protected who may be meant.
            for entity in view.iter().flat_map(|it| &it.study.resolution.entities) {
                if filter::is_entity(entity, wanted) {
                    known = true;
                    more.extend(number.get(entity.id.as_str()));
                }
            }
            if !known {
                let what = format!("{wanted:?} is nobody in this network");
                return Err(at(path, line, &what).hint("one id a line, as the network gives them"));
            }
        }
        self.protected.extend(more);
        Ok(())
    }
}

/// The network that is asked for.
pub(super) fn given(it: &Dismantle) -> Result<Given, Failure> {
    let view = if it.source.is_dir() {
        Some(view::open(&it.source, &it.sight, "dismantle")?)
    } else {
        None
    };
    let mut given = match &view {
        Some(view) => of_case(view, it)?,
        None => of_file(it)?,
    };
    if view.is_some() && given.names.is_empty() && view::is_empty(&it.source)? {
        return Err(view::nothing_in(&it.source));
    }
    for asked in &it.protect {
        if asked != "roles" {
            given.protect(Path::new(asked), view.as_ref())?;
        } else if view.is_none() {
            return Err(Failure::case("a file of edges says nothing of roles")
                .hint("--protect FILE, with one id a line"));
        }
    }
    if let What::Few(count) = it.plan {
        let open = given.names.len() - given.closed().len();
        if count > open {
            return Err(Failure::case(format!(
                "{count} removals are more than the {open} who may be named"
            ))
            .hint(if open == 0 {
                "everybody here is protected".to_owned()
            } else {
                format!("--plan k={open} or fewer")
            }));
        }
    }
    Ok(given)
}

fn of_case(view: &View, it: &Dismantle) -> Result<Given, Failure> {
    if let Some(unknown) = it.layer.iter().find(|layer| Layer::parse(layer).is_none()) {
        let words: Vec<&str> = Layer::ALL.iter().map(|layer| layer.as_str()).collect();
        return Err(Failure::case(format!("there is no layer {unknown:?}"))
            .hint(format!("one of: {}", words.join(", "))));
    }
    let usual = tied::usual(&view.study);
    let asked = |link: &Link| {
        if it.layer.is_empty() {
            usual(link)
        } else {
            it.layer.iter().any(|layer| layer == link.layer.as_str())
        }
    };
    let wrong = |error: Invalid| Failure::case(error.to_string());
    let tied = Tied::of(&view.study, asked).map_err(wrong)?;
    let mut layers = BTreeMap::new();
    for link in &tied.links {
        *layers.entry(link.layer.to_string()).or_default() += 1;
    }
    let roles = |id: &EntityId| {
        let held = view.entity(id).map(|it| it.roles.as_slice());
        let words = held.unwrap_or_default().iter();
        words
            .map(|it| format!("{} ({})", it.role, it.certainty))
            .collect::<Vec<_>>()
            .join(", ")
    };
    Ok(Given {
        names: tied.ids.iter().map(|id| view.entity_name(id)).collect(),
        ids: tied.ids.iter().map(ToString::to_string).collect(),
        carried: tied
            .carried
            .keys()
            .map(|id| (id.to_string(), tied.nodes[id]))
            .collect(),
        numeric: false,
        roles: tied.ids.iter().map(|id| roles(id)).collect(),
        graph: tied.graph,
        protected: tied.protected,
        unclear: tied.unclear,
        hanging: tied.hanging,
        flow: tied.flow,
        people: tied.people,
        layers,
        mask: view.mask.clone(),
    })
}

fn of_file(it: &Dismantle) -> Result<Given, Failure> {
    let text = read(&it.source)?;
    let parsed = edges::parse(&text).map_err(|error| {
        Failure::new(FailureKind::Io, format!("{}: {error}", it.source.display())).hint(
            "a first line `N M` and then `a b` a line, or a table from,to[,weight,layer,time]",
        )
    })?;
    let mut layers = BTreeMap::new();
    let mut edges = Vec::with_capacity(parsed.edges.len());
    for edge in &parsed.edges {
        let layer = edge.layer.and_then(|at| parsed.layers.get(at as usize));
        let layer = layer.map_or("unnamed", String::as_str);
        if it.layer.is_empty() || it.layer.iter().any(|wanted| wanted == layer) {
            *layers.entry(layer.to_owned()).or_default() += 1;
            edges.push((edge.from, edge.to, edge.weight));
        }
    }
    filter::known_layers(&it.layer, &parsed.layers)?;
    let canonical = |name: &String| name.parse::<u64>().is_ok_and(|it| it.to_string() == *name);
    Ok(Given {
        roles: vec![String::new(); parsed.names.len()],
        ids: parsed.names.clone(),
        carried: BTreeMap::new(),
        numeric: parsed.names.iter().all(canonical),
        graph: graph(parsed.names.len(), &edges)?,
        names: parsed.names,
        protected: BTreeSet::new(),
        unclear: BTreeSet::new(),
        hanging: BTreeSet::new(),
        flow: (Vec::new(), Vec::new()),
        people: BTreeSet::new(),
        layers,
        mask: Mask::of(&Study::default()),
    })
}

fn graph(nodes: usize, edges: &[(u32, u32, f32)]) -> Result<Csr, Failure> {
    Csr::undirected(nodes, edges).map_err(|error| Failure::case(error.to_string()))
}

fn read(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::io(path, &error))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn at(path: &Path, line: u64, what: &str) -> Failure {
    Failure::new(
        FailureKind::Io,
        format!("{}: line {line}: {what}", path.display()),
    )
}
