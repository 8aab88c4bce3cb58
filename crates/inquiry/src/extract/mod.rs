//! Documents to facts: claims, mentions, gaps, proceedings, roles and ties.
