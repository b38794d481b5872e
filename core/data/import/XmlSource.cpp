#include "core/data/import/XmlSource.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct XmlSourceText { Q_DECLARE_TR_FUNCTIONS(foretrail::XmlSource) };

constexpr int deepest = 64;
constexpr qint64 longestToken = 4 << 20;

} // namespace

/// What the XML reader reads from; stops where one token takes too many bytes.
class XmlSource::Device : public QIODevice {
public:
    explicit Device(std::unique_ptr<ByteSource> bytes) : m_bytes(std::move(bytes)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }
    void beginToken() { m_tokenBytes = 0; }
    ByteSource &bytes() { return *m_bytes; }
    const std::optional<Error> &failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_failure)
            return -1;
        const Result<size_t> got = m_bytes->read(data, size_t(size));
        if (!got) {
            m_failure = got.error();
            return -1;
        }
        m_tokenBytes += qint64(*got);
        if (m_tokenBytes <= longestToken)
            return qint64(*got);
        m_failure = Error{ErrorCode::Format, XmlSourceText::tr("%1 holds a piece of text longer than %2 MiB: no real workbook does. Save it as CSV first.")
                                                 .arg(m_bytes->shownName()).arg(longestToken >> 20), {}};
        return -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::unique_ptr<ByteSource> m_bytes;
    qint64 m_tokenBytes = 0;
    std::optional<Error> m_failure;
};

XmlSource::XmlSource(std::unique_ptr<ByteSource> bytes) : m_device(std::make_unique<Device>(std::move(bytes))), m_xml(m_device.get()) {}

XmlSource::~XmlSource() = default;

ByteSource &XmlSource::bytes() { return m_device->bytes(); }
const ByteSource &XmlSource::bytes() const { return m_device->bytes(); }

bool XmlSource::readNext()
{
    if (m_failure)
        return false;
    m_device->beginToken();
    const QXmlStreamReader::TokenType token = m_xml.readNext();
    m_depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
    if (m_device->failure())
        m_failure = m_device->failure();
    else if (m_xml.hasError() || token == QXmlStreamReader::DTD)
        m_failure = Error{ErrorCode::Format, XmlSourceText::tr("%1 is damaged at line %2, column %3. Open the workbook in the program that wrote it and "
                                                      "save it again.")
                                                 .arg(bytes().shownName()).arg(m_xml.lineNumber()).arg(m_xml.columnNumber()), m_xml.errorString()};
    else if (m_depth > deepest)
        m_failure = Error{ErrorCode::Format, XmlSourceText::tr("%1 is nested more than %2 deep: no real workbook is. Save it as CSV first.")
                                                 .arg(bytes().shownName()).arg(deepest), {}};
    return !m_failure && token != QXmlStreamReader::EndDocument;
}

std::optional<Error> XmlSource::failure() const { return m_failure; }

} // namespace foretrail
