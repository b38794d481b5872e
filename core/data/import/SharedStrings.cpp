#include "core/data/import/SharedStrings.h"

#include "core/data/import/CellText.h"

#include <QCoreApplication>

#include <cstring>

namespace foretrail {
namespace {

struct SharedStringsText { Q_DECLARE_TR_FUNCTIONS(foretrail::SharedStrings) };

constexpr size_t stringBlockBytes = 1 << 20;

} // namespace

Result<std::string_view> SharedStrings::at(size_t index)
{
    while (index >= m_texts.size()) {
        const Result<bool> more = m_source ? readOne() : false;
        if (!more)
            return fail(more.error());
        if (!*more)
            return fail(ErrorCode::Format, SharedStringsText::tr("A cell names the shared text %1, but there are only %2. Open the workbook in the "
                                                    "program that wrote it and save it again.")
                                               .arg(index).arg(m_texts.size()));
        if (m_bytes > mostBytes)
            return fail(ErrorCode::Unsupported, SharedStringsText::tr("%1 has more than %2 MiB of text. Save its sheet as CSV and import that.")
                                                    .arg(m_source->bytes().path()).arg(mostBytes >> 20));
    }
    return m_texts[index];
}

// One text: its runs joined, without the reading aids of East Asian words.
Result<bool> SharedStrings::readOne()
{
    bool isInText = false, isPhonetic = false, isInItem = false;
    while (m_source->readNext()) {
        if (m_source->isStart(QLatin1String("si"))) {
            isInItem = true;
            m_text.clear();
        } else if (m_source->isStart(QLatin1String("rPh"))) {
            isPhonetic = true;
        } else if (m_source->isEnd(QLatin1String("rPh"))) {
            isPhonetic = false;
        } else if (m_source->isStart(QLatin1String("t"))) {
            isInText = true;
        } else if (m_source->isEnd(QLatin1String("t"))) {
            isInText = false;
        } else if (m_source->xml().isCharacters() && isInItem && isInText && !isPhonetic) {
            appendCellText(m_text, m_source->xml().text().toUtf8().toStdString());
        } else if (m_source->isEnd(QLatin1String("si")) && isInItem) {
            keep(m_text);
            return true;
        }
    }
    if (m_source->failure())
        return fail(*m_source->failure());
    return false;
}

void SharedStrings::keep(std::string_view text)
{
    if (m_blocks.empty() || m_blockUsed + text.size() > stringBlockBytes) {
        m_blocks.push_back(std::make_unique<char[]>(std::max(stringBlockBytes, text.size())));
        m_blockUsed = 0;
        m_bytes += qint64(std::max(stringBlockBytes, text.size()));
    }
    char *place = m_blocks.back().get() + m_blockUsed;
    std::memcpy(place, text.data(), text.size());
    m_blockUsed += text.size();
    m_bytes += qint64(sizeof(std::string_view));
    m_texts.emplace_back(place, text.size());
}

} // namespace foretrail
