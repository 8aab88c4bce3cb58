//! Claims held against each other: origins, contradictions, gaps, proceedings.
