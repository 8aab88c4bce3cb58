//! Documents out of hostile bytes.
