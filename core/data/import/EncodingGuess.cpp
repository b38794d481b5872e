#include "core/data/import/Encoding.h"

#include "core/data/import/Utf8.h"

#include <QCoreApplication>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <vector>

namespace foretrail {
namespace {

struct EncodingGuessText { Q_DECLARE_TR_FUNCTIONS(foretrail::Encoding) };

constexpr size_t sampleBytes = 1 << 20;
constexpr qint64 readWhole = 16 << 20;        ///< larger plain files are looked at in parts
constexpr int parts = 16;                     ///< spread evenly from the head to the tail, a chunk each
constexpr qint64 mostUnpackedLook = 16 << 20;     ///< what is read of packed files, which have to be read from the start
constexpr size_t controlBytes = 64 * 1024;    ///< of every chunk, searched for control characters
constexpr qint64 detectorBytes = 256 * 1024; ///< what the detector sees at the most: it is slow

/// Gathers evidence chunk by chunk: whether all is UTF-8, control characters, and the lines around other bytes.
class Evidence {
public:
    Evidence() : m_detector(uchardet_new()) {}
    ~Evidence() { uchardet_delete(m_detector); }
    Evidence(const Evidence &) = delete;
    Evidence &operator=(const Evidence &) = delete;

    void look(std::string_view chunk)
    {
        if (m_bytes == 0)
            lookAtStart(chunk);
        m_bytes += qint64(std::min(chunk.size(), controlBytes));
        for (char c : chunk.substr(0, controlBytes))
            m_controls += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' ? 1 : 0;
        if (m_carry.empty() && isAscii(chunk))
            return;
        m_isAscii = false;
        checkUtf8(chunk);
        feedDetector(chunk);
    }
    /// What follows comes from elsewhere in the file: up to the first line break it is the rest of a row.
    void lookElsewhere(std::string_view chunk)
    {
        m_carry.clear();
        m_isWhole = false;
        look(chunk.substr(std::min(chunk.find('\n'), chunk.size())));
    }
    void cutOff() { m_isWhole = false; }
    bool isUtf16() const { return !m_utf16.isEmpty(); }
    bool isText() const { return isUtf16() || m_controls * 100 <= m_bytes; }
    EncodingGuess guess()
    {
        constexpr double seenInParts = 0.98, onlyAsciiInParts = 0.9;
        if (isUtf16())
            return {m_utf16, m_hasMark ? 1.0 : 0.9};
        // A few bad bytes among many good ones are dirt, whose rows are rejected.
        constexpr double withDirt = 0.9;
        if (m_bad > 0 && m_bad * 50 <= m_good)
            return {QStringLiteral("UTF-8"), withDirt};
        if (m_bad == 0)
            return {QStringLiteral("UTF-8"), m_isWhole ? 1.0 : m_isAscii ? onlyAsciiInParts : seenInParts};
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
        m_hasMark = chunk.starts_with("\xff\xfe") || chunk.starts_with("\xfe\xff");
        if (m_hasMark) {
            m_utf16 = chunk.front() == '\xff' ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE");
            return;
        }
        // Digits and delimiters have a zero byte on one side, whatever the language of the rest.
        const size_t looked = std::min<size_t>(chunk.size(), 4096) / 2 * 2;
        size_t zeros[2] = {0, 0};
        for (size_t i = 0; i < looked; ++i)
            zeros[i % 2] += chunk[i] == 0 ? 1 : 0;
        for (const size_t side : {size_t(0), size_t(1)})
            if (looked >= 4 && zeros[side] * 20 >= looked && zeros[1 - side] * 20 <= zeros[side])
                m_utf16 = side == 1 ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE");
    }
    void checkUtf8(std::string_view chunk)
    {
        std::string joined = m_carry + std::string(chunk);
        m_carry.clear();
        for (size_t at = 0; at < joined.size();) {
            const int length = sequenceLength(joined, at);
            if (length == 0) {
                ++m_bad;
                ++at;
                continue;
            }
            if (length < 0) {
                m_carry = joined.substr(at);
                return;
            }
            m_good += length > 1 ? 1 : 0;
            at += size_t(length);
        }
    }
    void feedDetector(std::string_view chunk)
    {
        for (size_t at = 0; at < chunk.size() && m_detected < detectorBytes;) {
            size_t end = chunk.find('\n', at);
            end = end == std::string_view::npos ? chunk.size() : end + 1;
            if (!isAscii(chunk.substr(at, end - at))) {
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
    bool m_hasMark = false;
    bool m_isWhole = true;
    bool m_isAscii = true;
    qint64 m_good = 0; ///< characters of more than one byte that are UTF-8
    qint64 m_bad = 0;  ///< bytes that are not
};

/// Reads from where the source stands to its end, or as far as `most`.
Result<void> lookOn(ByteSource &source, Evidence &evidence, qint64 most, JobContext &job)
{
    std::vector<char> chunk(sampleBytes);
    for (qint64 seen = 0; seen < most;) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<size_t> got = source.read(chunk.data(), chunk.size());
        if (!got)
            return fail(got.error());
        if (*got == 0)
            return {};
        seen += qint64(*got);
        evidence.look({chunk.data(), *got});
    }
    evidence.cutOff();
    return {};
}

Result<void> lookInParts(const QString &path, qint64 fileBytes, Evidence &evidence, JobContext &job)
{
    std::vector<char> chunk(sampleBytes);
    for (int part = 0; part < parts; ++part) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<std::unique_ptr<ByteSource>> source = ByteSource::openAt(path, (fileBytes - qint64(sampleBytes)) / (parts - 1) * part);
        if (!source)
            return fail(source.error());
        const Result<size_t> got = (*source)->read(chunk.data(), chunk.size());
        if (!got)
            return fail(got.error());
        if (part == 0)
            evidence.look({chunk.data(), *got});
        else if (!evidence.isUtf16())
            evidence.lookElsewhere({chunk.data(), *got});
    }
    return {};
}

} // namespace

Result<EncodingGuess> guessEncoding(const QString &path, const QString &part, JobContext &job)
{
    const Result<std::unique_ptr<ByteSource>> source = ByteSource::open(path, part);
    if (!source)
        return fail(source.error());
    Evidence evidence;
    const bool isSampled = !(*source)->isPacked() && (*source)->fileBytes() > readWhole;
    if (Result<void> looked = isSampled ? lookInParts(path, (*source)->fileBytes(), evidence, job)
                                        : lookOn(**source, evidence, mostUnpackedLook, job);
        !looked)
        return fail(looked.error());
    if (!evidence.isText())
        return fail(ErrorCode::Format,
                    EncodingGuessText::tr("%1 is not text. Foretrail reads delimited text such as CSV, JSON lines and .xlsx workbooks, also packed; "
                             "save a table of another program as one of these first.").arg((*source)->shownName()));
    return evidence.guess();
}

} // namespace foretrail
