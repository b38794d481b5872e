#pragma once

#include <QString>

namespace foretrail {

/// Every key of the window by where it works, and what the mouse does in a chart, as Markdown; translated.
QString keysMarkdown();
/// Version and licence, as Markdown; translated.
QString aboutMarkdown();

} // namespace foretrail
