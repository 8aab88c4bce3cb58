//! Links by layer, and their ends.

use crate::casefile::Cite;
use crate::casefile::text::{Name, shown};

shown! {
    /// Links of one layer.
    pub(crate) struct LayerLines {
        /// The layer.
        layer: &'static str,
        /// Whether direction means something.
        directed: bool,
        /// Its links.
        links: Vec<LinkLine>,
    }

    /// A link.
    pub(crate) struct LinkLine {
        /// Identifier and fragment.
        id: String,
        /// Index of the node it goes from.
        from: usize,
        /// Index of the node it goes to.
        to: usize,
        /// How many contacts or claims.
        weight: u64,
        /// Over which time.
        interval: String,
        /// Months in which a contact falls or of which a claim speaks, "2024-06"; sorted.
        months: Vec<String>,
        /// The surest way it is said; nothing for one that rests on contacts.
        certainty: Option<&'static str>,
        /// Only alleged or weaker.
        alleged: bool,
        /// Some source denies it.
        denied: bool,
        /// How many contacts it rests on.
        contacts: usize,
        /// Words it rests on, the first of them.
        cites: Vec<Cite>,
        /// How many more there are.
        more: usize,
    }

    /// An end of a link.
    pub(crate) struct NodeLine {
        /// Name.
        name: Name,
        /// Kind.
        kind: &'static str,
        /// Number of the entity line, where there is one.
        entity: Option<usize>,
        /// With how many it is tied.
        degree: usize,
        /// Share of shortest paths over it.
        betweenness: f64,
        /// Between which ranks by betweenness it falls in nine of ten rounds with links left out; nothing where they are not played.
        ranks: Option<(usize, usize)>,
        /// Component from 1, the largest first.
        component: usize,
        /// Community from 1, the largest first.
        community: usize,
    }
}
