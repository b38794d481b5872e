#include "core/data/import/Encoding.h"

#include <QCoreApplication>

#include <unicode/ucnv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::Encoding) };

constexpr size_t chunkBytes = 1 << 20;
constexpr qint64 scannedBytes = 64 << 20;
constexpr qint64 detectorBytes = 256 * 1024; ///< what the detector sees at the most: it is slow
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view replacement = "\xef\xbf\xbd";

bool isAscii(const char *bytes, size_t size)
{
    constexpr quint64 highBits = 0x8080808080808080ULL;
    size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        quint64 word;
        std::memcpy(&word, bytes + i, 8);
        if (word & highBits)
            return false;
    }
    for (; i < size; ++i)
        if (bytes[i] & 0x80)
            return false;
    return true;
}

/// Length of the valid UTF-8 sequence at `at`; 0 when there is none; -1 when the text ends inside of one.
int sequenceLength(std::string_view text, size_t at)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return 1;
    const int length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
    if (length == 0)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (at + size_t(i) >= text.size())
            return -1;
        const unsigned char next = byte(at + size_t(i));
        const unsigned char low = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (next < low || next > high)
            return 0;
    }
    return length;
}

/// Gathers evidence chunk by chunk: whether all is UTF-8, control characters, and the lines around other bytes.
class Evidence {
public:
    Evidence() : m_detector(uchardet_new()) {}
    ~Evidence() { uchardet_delete(m_detector); }
    Evidence(const Evidence &) = delete;
    Evidence &operator=(const Evidence &) = delete;

    void look(std::string_view chunk)
    {
        m_bytes += qint64(chunk.size());
        if (m_bytes <= qint64(chunk.size()))
            lookAtStart(chunk);
        for (char c : chunk.substr(0, 64 * 1024))
            m_controls += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' ? 1 : 0;
        if (std::memchr(chunk.data(), 0, chunk.size()))
            m_hasNul = true;
        if (m_carry.empty() && isAscii(chunk.data(), chunk.size()))
            return;
        m_isAscii = false;
        checkUtf8(chunk);
        feedDetector(chunk);
    }
    bool isUtf16() const { return !m_utf16.isEmpty(); }
    bool isText() const { return isUtf16() || (!m_hasNul && m_controls * 100 <= m_bytes); }
    EncodingGuess guess()
    {
        if (isUtf16())
            return {m_utf16, 1.0};
        if (m_isUtf8)
            return {};
        uchardet_data_end(m_detector);
        const QString found = QString::fromLatin1(uchardet_get_charset(m_detector)).toUpper();
        static const std::map<QString, QString> names{
            {QStringLiteral("GB18030"), QStringLiteral("GB18030")}, {QStringLiteral("GB2312"), QStringLiteral("GB18030")},
            {QStringLiteral("GBK"), QStringLiteral("GB18030")}, {QStringLiteral("BIG5"), QStringLiteral("Big5")}};
        const auto name = names.find(found);
        // All Western single-byte encodings agree with Windows-1252 in what shop logs contain (£, é, ü, €).
        return name == names.end() ? EncodingGuess{QStringLiteral("Windows-1252"), 0.7} : EncodingGuess{name->second, 0.8};
    }

private:
    void lookAtStart(std::string_view chunk)
    {
        if (chunk.starts_with("\xff\xfe"))
            m_utf16 = QStringLiteral("UTF-16LE");
        else if (chunk.starts_with("\xfe\xff"))
            m_utf16 = QStringLiteral("UTF-16BE");
        else if (chunk.size() >= 4 && chunk[1] == 0 && chunk[3] == 0 && chunk[0] != 0 && chunk[2] != 0)
            m_utf16 = QStringLiteral("UTF-16LE");
        else if (chunk.size() >= 4 && chunk[0] == 0 && chunk[2] == 0 && chunk[1] != 0 && chunk[3] != 0)
            m_utf16 = QStringLiteral("UTF-16BE");
    }
    void checkUtf8(std::string_view chunk)
    {
        if (!m_isUtf8)
            return;
        std::string joined = m_carry + std::string(chunk);
        m_carry.clear();
        for (size_t at = 0; at < joined.size();) {
            const int length = sequenceLength(joined, at);
            if (length == 0) {
                m_isUtf8 = false;
                return;
            }
            if (length < 0) {
                m_carry = joined.substr(at);
                return;
            }
            at += size_t(length);
        }
    }
    void feedDetector(std::string_view chunk)
    {
        for (size_t at = 0; at < chunk.size() && m_detected < detectorBytes;) {
            size_t end = chunk.find('\n', at);
            end = end == std::string_view::npos ? chunk.size() : end + 1;
            if (!isAscii(chunk.data() + at, end - at)) {
                uchardet_handle_data(m_detector, chunk.data() + at, end - at);
                m_detected += qint64(end - at);
            }
            at = end;
        }
    }

    uchardet_t m_detector;
    QString m_utf16;
    std::string m_carry;
    qint64 m_bytes = 0;
    qint64 m_controls = 0;
    qint64 m_detected = 0;
    bool m_hasNul = false;
    bool m_isAscii = true;
    bool m_isUtf8 = true;
};

} // namespace

const QStringList &knownEncodings()
{
    static const QStringList names{QStringLiteral("UTF-8"), QStringLiteral("UTF-16LE"), QStringLiteral("UTF-16BE"),
                                   QStringLiteral("ISO-8859-1"), QStringLiteral("Windows-1252"), QStringLiteral("GB18030"),
                                   QStringLiteral("Big5")};
    return names;
}

Result<EncodingGuess> guessEncoding(ByteSource &source)
{
    Evidence evidence;
    std::vector<char> chunk(chunkBytes);
    for (qint64 seen = 0; seen < scannedBytes;) {
        const Result<size_t> got = source.read(chunk.data(), chunk.size());
        if (!got)
            return fail(got.error());
        if (*got == 0)
            break;
        seen += qint64(*got);
        evidence.look({chunk.data(), *got});
    }
    if (!evidence.isText())
        return fail(ErrorCode::Format,
                    Text::tr("%1 is not text. Foretrail reads delimited text such as CSV, also packed with gzip; "
                             "save a table of another program as CSV first.").arg(source.path()));
    return evidence.guess();
}

bool isCleanUtf8(std::string_view text)
{
    if (isAscii(text.data(), text.size()))
        return true;
    for (size_t at = 0; at < text.size();) {
        const int length = sequenceLength(text, at);
        if (length <= 0 || (length == 3 && text.substr(at, 3) == replacement))
            return false;
        at += size_t(length);
    }
    return true;
}

void TextSource::Close::operator()(UConverter *converter) const { ucnv_close(converter); }

TextSource::~TextSource() = default;

Result<std::unique_ptr<TextSource>> TextSource::open(const QString &path, const QString &encoding)
{
    Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open(path);
    if (!bytes)
        return fail(bytes.error());
    std::unique_ptr<TextSource> source(new TextSource(std::move(*bytes)));
    if (encoding.compare(QStringLiteral("UTF-8"), Qt::CaseInsensitive) == 0)
        return source;
    UErrorCode status = U_ZERO_ERROR;
    source->m_from.reset(ucnv_open(encoding.toLatin1().constData(), &status));
    source->m_to.reset(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status))
        return fail(ErrorCode::InvalidInput, Text::tr("%1 is not an encoding. Use one of: %2.")
                                                 .arg(encoding, knownEncodings().join(QStringLiteral(", "))));
    source->m_pivot.resize(chunkBytes / 4);
    source->m_pivotFirst = source->m_pivotLast = source->m_pivot.data();
    return source;
}

void TextSource::convert(std::vector<char> &out, const char *first, const char *last, bool isLast)
{
    for (;;) {
        const size_t before = out.size();
        out.resize(before + size_t(last - first) + size_t(last - first) / 2 + 1024);
        char *target = out.data() + before;
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(m_to.get(), m_from.get(), &target, out.data() + out.size(), &first, last, m_pivot.data(), &m_pivotFirst,
                       &m_pivotLast, m_pivot.data() + m_pivot.size(), false, isLast, &status);
        out.resize(size_t(target - out.data()));
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return;
    }
}

void TextSource::dropMark(std::vector<char> &out, size_t from)
{
    if (!m_isAtStart || out.size() - from < byteOrderMark.size())
        return;
    m_isAtStart = false;
    if (std::string_view(out.data() + from, byteOrderMark.size()) == byteOrderMark)
        out.erase(out.begin() + qsizetype(from), out.begin() + qsizetype(from + byteOrderMark.size()));
}

Result<bool> TextSource::readMore(std::vector<char> &out, size_t size)
{
    if (m_hasEnded)
        return false;
    const size_t before = out.size();
    if (m_from)
        m_raw.resize(size);
    else
        out.resize(before + size);
    const Result<size_t> got = m_source->read(m_from ? m_raw.data() : out.data() + before, size);
    if (!got)
        return fail(got.error());
    m_hasEnded = *got == 0;
    if (m_from)
        convert(out, m_raw.data(), m_raw.data() + *got, m_hasEnded);
    else
        out.resize(before + *got);
    dropMark(out, before);
    return !m_hasEnded || out.size() > before;
}

} // namespace foretrail
