"""Tables of four-bit values as `inquiry/src/extract/encoder/parts.rs` reads them. Needs numpy."""

import numpy as np

BLOCK = 32


def rounded(rows):
    """Rows as values from 0 to 15, what each block of them is multiplied by (1 to 15), and what a unit of each row is worth:
    of all multipliers the one that leaves the least squares."""
    rows = np.asarray(rows, np.float32)
    blocks = rows.reshape(len(rows), -1, BLOCK)
    unit = np.maximum(np.abs(rows).max(1) / np.float32(7.5 * 15), np.float32(1e-9))
    values, by = np.zeros(blocks.shape, np.uint8), np.zeros(blocks.shape[:2], np.uint8)
    least = np.full(blocks.shape[:2], np.inf, np.float32)
    for one in range(1, 16):
        step = (one * unit)[:, None, None]
        own = np.clip(np.rint(blocks / step), -8, 7)
        lost = ((own * step - blocks) ** 2).sum(2)
        better = lost < least
        least[better], by[better] = lost[better], one
        values[better] = (own[better] + 8).astype(np.uint8)
    return values.reshape(rows.shape), by, unit


def table(rows):
    """The bytes of a table."""
    values, by, unit = rounded(rows)
    halves = lambda array: (array.reshape(-1, 2)[:, 0] | array.reshape(-1, 2)[:, 1] << 4).astype(np.uint8).tobytes()
    return halves(values) + halves(by) + unit.astype("<f4").tobytes()
