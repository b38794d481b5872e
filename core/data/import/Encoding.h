#pragma once

#include "core/data/import/ByteSource.h"
#include "core/data/import/Utf8.h"
#include "core/jobs/JobContext.h"

#include <QStringList>

#include <string_view>
#include <vector>

struct UConverter;

namespace foretrail {

/// Encodings that the importer takes, by the name a plan holds.
const QStringList &knownEncodings();

struct EncodingGuess {
    QString encoding = QStringLiteral("UTF-8");
    double confidence = 1.0; ///< 1: proved by all bytes; 0.9 to 1: by those that were looked at; lower: the likeliest
};
/// Tells the encoding from the whole of a small file, from parts between head and tail of a large one, and from the beginning
/// of a packed one. Format when it is not text.
Result<EncodingGuess> guessEncoding(const QString &path, const QString &part, JobContext &job);

/// The text of a file as UTF-8, without a byte-order mark. Bytes that are UTF-8 already pass as they are.
class TextSource {
public:
    /// InvalidInput for an encoding that is not known.
    static Result<std::unique_ptr<TextSource>> open(const QString &path, const QString &encoding, const QString &part = {});
    static Result<std::unique_ptr<TextSource>> over(std::unique_ptr<ByteSource> bytes, const QString &encoding);
    ~TextSource();

    /// Appends up to about `size` bytes to `out`; false at the end.
    Result<bool> readMore(std::vector<char> &out, size_t size);
    /// About how many bytes of the source stand for the text given out but for its last `pending` bytes.
    qint64 takenBytes(size_t pending) const;
    const ByteSource &bytes() const { return *m_source; }
    ByteSource &bytes() { return *m_source; }

private:
    explicit TextSource(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}
    void convert(std::vector<char> &out, const char *first, const char *last, bool isLast);
    void dropMark(std::vector<char> &out, size_t from);

    struct Close { void operator()(UConverter *converter) const; };
    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<UConverter, Close> m_from;
    std::unique_ptr<UConverter, Close> m_to;
    std::vector<char> m_raw;
    std::vector<char16_t> m_pivot;
    char16_t *m_pivotFirst = nullptr;
    char16_t *m_pivotLast = nullptr;
    qint64 m_textBytes = 0; ///< given out
    bool m_isAtStart = true;
    bool m_hasEnded = false;
};

} // namespace foretrail
