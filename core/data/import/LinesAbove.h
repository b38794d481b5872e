#pragma once

#include "core/data/import/SampleRows.h"

namespace foretrail {

/// How many lines lie above the table: titles, blank lines, comments behind a '#', the line "sep=;" that Excel writes. By the
/// head of a sample that was read from the first line on. 0 where nothing speaks clearly for more: titles count only above a
/// row that names the columns, so that of a file without a header no row is lost.
int linesAbove(const SampleRows &sample, char delimiter);

/// The delimiter that a first line such as "sep=;" names; null where the text begins otherwise.
char saidDelimiter(std::string_view text);

} // namespace foretrail
