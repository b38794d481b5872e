#include "core/live/LineCutter.h"

namespace foretrail {

void LineCutter::add(QByteArrayView bytes)
{
    const qsizetype first = m_isPassing ? bytes.indexOf('\n') : -1;
    if (m_isPassing && first < 0)
        return;
    if (m_isPassing)
        bytes = bytes.sliced(first + 1);
    m_isPassing = false;
    const qsizetype last = bytes.lastIndexOf('\n');
    if (last >= 0) {
        m_lines += m_rest;
        m_lines += bytes.first(last + 1);
        m_rest.clear();
        bytes = bytes.sliced(last + 1);
    }
    m_rest += bytes;
    if (m_rest.size() <= longest)
        return;
    m_rest.clear();
    m_isPassing = true;
    ++m_tooLong;
}

QByteArray LineCutter::takeLines() { return std::exchange(m_lines, {}); }

QByteArray LineCutter::takeRest()
{
    QByteArray rest = std::exchange(m_rest, {});
    if (!rest.isEmpty())
        rest += '\n';
    return rest;
}

void LineCutter::clear() { *this = {}; }

} // namespace foretrail
