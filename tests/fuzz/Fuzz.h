#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What must hold whatever the bytes are; a fuzzer takes the end of the program as a find.
#define HOLDS(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                        \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

namespace foretrail::fuzz {

/// Cuts the input into pieces at a mark that a fuzzer keeps together: a line "---".
inline QByteArray piece(QByteArray &rest)
{
    const qsizetype at = rest.indexOf("\n---\n");
    const QByteArray first = at < 0 ? rest : rest.left(at);
    rest = at < 0 ? QByteArray() : rest.mid(at + 5);
    return first;
}

} // namespace foretrail::fuzz
