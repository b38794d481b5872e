#include "ui/pages/Page.h"

#include "ui/pages/Pages.h"

namespace foretrail {

Page::Page(AppSession &session, const QString &name, QWidget *parent) : QWidget(parent), m_session(session), m_name(name)
{
    setObjectName(name + QStringLiteral("Page"));
}

QString Page::title() const
{
    const PageKind *kind = findPageKind(m_name);
    return kind ? kind->title() : QString();
}

void Page::setSentence(const QString &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    Q_EMIT sentenceChanged(sentence);
}

} // namespace foretrail
