#pragma once

namespace foretrail {

/// Whether an event with the same fingerprint came before. Perhaps: it looks so. Unasked: nobody has looked yet.
enum class Seen { Unasked, No, Yes, Perhaps };

} // namespace foretrail
