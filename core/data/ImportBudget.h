#pragma once

#include <cstddef>

namespace foretrail {

/// How much memory the parts of an import may take before they go on in another way, in bytes. Together with SQLite's cache
/// they keep an import of any size under 300 MiB. Tests make them tiny.
struct ImportBudget {
    size_t fingerprints = size_t(32) << 20; ///< of rows, all known exactly; beyond it a filter tells the new ones
    size_t filter = size_t(72) << 20;       ///< of that filter
    size_t keys = size_t(6) << 20;          ///< of one dimension, twice; beyond it the database is asked for the others
    size_t keyFilter = size_t(8) << 20;    ///< tells which keys are new without asking
    size_t sorting = size_t(4) << 20;       ///< one block of an external sort
    size_t users = size_t(48) << 20;        ///< totals of users, before they are written
    bool isShort = false;                   ///< few rows beside those that are stored: keys are asked for one by one, and nothing grows with what is there
};

} // namespace foretrail
