//! Bare edges from a file: an edge list, or a table of from, to, weight, layer, time.
//!
//! Edge list: first line `N M`, then M lines `a b`, numbers from 0. Table: CSV with or without a head.

use std::collections::BTreeMap;

/// One edge as given.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Index of the end it leaves, in [`Edges::names`].
    pub from: u32,
    /// Index of the other end.
    pub to: u32,
    /// How heavy; 1 where nothing is said.
    pub weight: f32,
    /// Its layer, an index into [`Edges::layers`].
    pub layer: Option<u32>,
    /// Its time as written.
    pub time: Option<String>,
}

/// Nodes and edges of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edges {
    /// Every node as the file names it.
    pub names: Vec<String>,
    /// Every layer as the file names it, sorted by first use.
    pub layers: Vec<String>,
    /// Every edge, in the order of the file.
    pub edges: Vec<Edge>,
}

/// What is wrong with a file of edges, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Wrong {
    /// Line of the file, from 1.
    pub line: u64,
    /// What is wrong and what was expected.
    pub what: String,
}

fn wrong<T>(line: u64, what: impl Into<String>) -> Result<T, Wrong> {
    let what = what.into();
    Err(Wrong { line, what })
}

/// Columns of a table: from, to, weight, layer, time.
const WIDEST: usize = 5;
/// Most nodes a file may announce: more would only fill memory.
const NODES: u32 = 50_000_000;

/// Reads a file of edges in either form.
pub fn parse(text: &str) -> Result<Edges, Wrong> {
    let text = text.trim_start_matches('\u{feff}');
    let Some(first) = text.lines().next() else {
        return wrong(
            1,
            "the file is empty; expected `N M` or from,to[,weight,layer,time]",
        );
    };
    let words: Vec<&str> = first.split_whitespace().collect();
    if let [nodes, edges] = words[..]
        && let (Ok(nodes), Ok(edges)) = (nodes.parse::<u32>(), edges.parse::<usize>())
    {
        return list(text, nodes, edges);
    }
    table(text)
}

/// The lines below `N M`.
fn list(text: &str, nodes: u32, count: usize) -> Result<Edges, Wrong> {
    if nodes > NODES {
        return wrong(1, format!("{nodes} nodes are more than {NODES}"));
    }
    let mut edges = Vec::new();
    let mut last = 1;
    for (line, row) in (1_u64..).zip(text.lines()).skip(1) {
        if row.trim().is_empty() {
            continue;
        }
        last = line;
        let mut ends = row.split_whitespace().map(str::parse::<u32>);
        let (Some(Ok(from)), Some(Ok(to)), None) = (ends.next(), ends.next(), ends.next()) else {
            return wrong(
                line,
                format!("expected two numbers, found {:?}", short(row)),
            );
        };
        if from.max(to) >= nodes {
            return wrong(
                line,
                format!("node {} of {nodes}; nodes count from 0", from.max(to)),
            );
        }
        edges.push(Edge {
            from,
            to,
            weight: 1.0,
            layer: None,
            time: None,
        });
    }
    if edges.len() != count {
        return wrong(
            last,
            format!("line 1 says {count} edges, {} follow", edges.len()),
        );
    }
    Ok(Edges {
        names: (0..nodes).map(|node| node.to_string()).collect(),
        layers: Vec::new(),
        edges,
    })
}

/// Where a table has what.
struct Columns {
    from: usize,
    to: usize,
    weight: Option<usize>,
    layer: Option<usize>,
    time: Option<usize>,
}

impl Columns {
    /// By position, where there is no head.
    const PLAIN: Self = Self {
        from: 0,
        to: 1,
        weight: Some(2),
        layer: Some(3),
        time: Some(4),
    };

    /// From the names in a head; `None` if the row is no head.
    fn of(row: &csv::StringRecord) -> Option<Self> {
        let find = |wanted: &[&str]| {
            row.iter()
                .position(|cell| wanted.contains(&cell.trim().to_lowercase().as_str()))
        };
        Some(Self {
            from: find(&["from", "source"])?,
            to: find(&["to", "target"])?,
            weight: find(&["weight"]),
            layer: find(&["layer"]),
            time: find(&["time"]),
        })
    }
}

fn table(text: &str) -> Result<Edges, Wrong> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut read = Edges::default();
    let (mut nodes, mut layers) = (BTreeMap::new(), BTreeMap::new());
    let mut columns = Columns::PLAIN;
    let mut row = csv::StringRecord::new();
    let (mut first, mut headed) = (true, false);
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return wrong(line, error.to_string()),
        }
        let line = row.position().map_or(line, csv::Position::line);
        if std::mem::take(&mut first)
            && let Some(named) = Columns::of(&row)
        {
            columns = named;
            headed = true;
            continue;
        }
        if !headed && row.len() > WIDEST {
            return wrong(
                line,
                format!(
                    "{} columns without a head; expected from,to[,weight,layer,time]. A matrix of who is tied to whom is read by `clew add`",
                    row.len()
                ),
            );
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).filter(|it| !it.is_empty());
        let (Some(from), Some(to)) = (cell(Some(columns.from)), cell(Some(columns.to))) else {
            return wrong(
                line,
                "expected from,to[,weight,layer,time]; one end is missing",
            );
        };
        let weight = match cell(columns.weight) {
            None => 1.0,
            Some(word) => match word.parse::<f32>() {
                Ok(weight) if weight.is_finite() && weight > 0.0 => weight,
                _ => {
                    return wrong(
                        line,
                        format!("the weight {:?} is no number above 0", short(word)),
                    );
                }
            },
        };
        read.edges.push(Edge {
            from: numbered(from, &mut nodes, &mut read.names),
            to: numbered(to, &mut nodes, &mut read.names),
            weight,
            layer: cell(columns.layer).map(|it| numbered(it, &mut layers, &mut read.layers)),
            time: cell(columns.time).map(str::to_owned),
        });
    }
    if read.edges.is_empty() {
        return wrong(1, "no edge; expected from,to[,weight,layer,time] a line");
    }
    Ok(read)
}

/// The number of a name; a new name gets the next one.
fn numbered(name: &str, numbers: &mut BTreeMap<String, u32>, names: &mut Vec<String>) -> u32 {
    if let Some(&number) = numbers.get(name) {
        return number;
    }
    // A text of four thousand million names does not fit the memory before this.
    let number = u32::try_from(names.len()).unwrap_or(u32::MAX);
    numbers.insert(name.to_owned(), number);
    names.push(name.to_owned());
    number
}

/// As much of a line as helps to find it.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_edge_list_counts_from_0() {
        let read = parse("4 2\n0 1\n3 1\n").unwrap();
        assert_eq!(read.names.len(), 4);
        assert_eq!((read.edges[1].from, read.edges[1].to), (3, 1));
    }

    #[test]
    fn a_table_with_a_head_may_order_its_columns() {
        let read = parse("time,to,from,layer,weight\n2024-05,Bo,\"Ann, A\",met,2\n").unwrap();
        assert_eq!(read.names, ["Ann, A", "Bo"]);
        assert_eq!(read.layers, ["met"]);
        assert_eq!(read.edges[0].time.as_deref(), Some("2024-05"));
        assert!((read.edges[0].weight - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let line = |text: &str| parse(text).unwrap_err().line;
        assert_eq!(line(""), 1);
        assert_eq!(line("2 1\n0 2\n"), 2);
        assert_eq!(line("2 3\n0 1\n"), 2);
        assert_eq!(line("3 2\n0 1\n1 x\n"), 3);
        assert_eq!(line("a,b\nc\n"), 2);
        assert_eq!(line("from,to,weight\na,b,1\na,c,-2\n"), 3);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}(\n\\PC{0,20}){0,4}") {
            if let Ok(read) = parse(&text) {
                prop_assert!(read.edges.iter().all(|edge| (edge.from.max(edge.to) as usize) < read.names.len()));
            }
        }
    }
}
