#pragma once

#include "core/data/import/ByteSource.h"

#include <QXmlStreamReader>

#include <optional>

namespace foretrail {

/// The tokens of an XML file in bounded memory: a token, or a nesting, of absurd size ends it. One thread.
class XmlSource {
public:
    explicit XmlSource(std::unique_ptr<ByteSource> bytes);
    ~XmlSource();

    /// The next token; false at the end and on failure, which failure() tells apart.
    bool readNext();
    bool isStart(QLatin1String name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    bool isEnd(QLatin1String name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    QString attribute(QLatin1String name) const { return m_xml.attributes().value(name).toString(); }
    const QXmlStreamReader &xml() const { return m_xml; }
    /// Format where the file is damaged, no XML or absurd; unset after a good end.
    std::optional<Error> failure() const;
    ByteSource &bytes();
    const ByteSource &bytes() const;

private:
    class Device;
    std::unique_ptr<Device> m_device;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    std::optional<Error> m_failure;
};

} // namespace foretrail
