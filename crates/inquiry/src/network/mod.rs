//! Facts and contacts to links over time.
