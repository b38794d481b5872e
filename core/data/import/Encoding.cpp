#include "core/data/import/Encoding.h"

#include <QCoreApplication>

#include <unicode/ucnv.h>

#include <algorithm>

namespace foretrail {
namespace {

struct EncodingText { Q_DECLARE_TR_FUNCTIONS(foretrail::Encoding) };

constexpr size_t pivotUnits = 1 << 14;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

} // namespace

const QStringList &knownEncodings()
{
    static const QStringList names{QStringLiteral("UTF-8"), QStringLiteral("UTF-16LE"), QStringLiteral("UTF-16BE"),
                                   QStringLiteral("ISO-8859-1"), QStringLiteral("Windows-1252"), QStringLiteral("GB18030"),
                                   QStringLiteral("Big5")};
    return names;
}

void TextSource::Close::operator()(UConverter *converter) const { ucnv_close(converter); }

TextSource::~TextSource() = default;

Result<std::unique_ptr<TextSource>> TextSource::open(const QString &path, const QString &encoding, const QString &part)
{
    Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open(path, part);
    return bytes ? over(std::move(*bytes), encoding) : fail(bytes.error());
}

Result<std::unique_ptr<TextSource>> TextSource::over(std::unique_ptr<ByteSource> bytes, const QString &encoding)
{
    std::unique_ptr<TextSource> source(new TextSource(std::move(bytes)));
    if (encoding.compare(QStringLiteral("UTF-8"), Qt::CaseInsensitive) == 0)
        return source;
    UErrorCode status = U_ZERO_ERROR;
    source->m_from.reset(ucnv_open(encoding.toLatin1().constData(), &status));
    source->m_to.reset(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status))
        return fail(ErrorCode::InvalidInput, EncodingText::tr("%1 is not an encoding. Use one of: %2.")
                                                 .arg(encoding, knownEncodings().join(QStringLiteral(", "))));
    source->m_pivot.resize(pivotUnits);
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
                       &m_pivotLast, m_pivot.data() + m_pivot.size(), false, UBool(isLast), &status);
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
    // A small file needs no large buffer.
    if (!m_source->isPacked() && m_source->fileBytes() > 0)
        size = size_t(std::clamp<qint64>(m_source->fileBytes() - m_source->consumedBytes() + 1, 1, qint64(size)));
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
    m_textBytes += qint64(out.size() - before);
    return !m_hasEnded || out.size() > before;
}

qint64 TextSource::takenBytes(size_t pending) const
{
    const double share = m_textBytes == 0 ? 0 : double(m_textBytes - qint64(pending)) / double(m_textBytes);
    return qint64(double(m_source->consumedBytes()) * share);
}

} // namespace foretrail
