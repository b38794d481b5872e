#include "ui/widgets/KindMeanings.h"

#include "ui/models/ImportWords.h"
#include "ui/widgets/ImportSection.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace foretrail {

namespace {

constexpr int mostWords = 12;

} // namespace

KindMeanings::KindMeanings(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_more(new QLabel(this))
{
    setObjectName(QStringLiteral("kindMeanings"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_more->setProperty("quiet", true);
    m_more->hide();
}

void KindMeanings::setWords(const QStringList &words, const QMap<QString, QString> &said)
{
    if (words != m_words) {
        qDeleteAll(m_labels);
        qDeleteAll(m_choosers);
        m_labels.clear();
        m_choosers.clear();
        m_words = words;
        for (const QString &word : words.mid(0, mostWords))
            addRow(word);
        m_grid->addWidget(m_more, int(m_choosers.size()), 0, 1, 2);
        m_more->setText(tr("and %1 more words").arg(QLocale().toString(words.size() - mostWords)));
        m_more->setVisible(words.size() > mostWords);
    }
    for (int i = 0; i < m_choosers.size(); ++i)
        Combo::choose(m_choosers.at(i), said.value(words[i], ImportWords::usualMeaning(words[i])), {});
}

void KindMeanings::addRow(const QString &word)
{
    const int row = int(m_choosers.size());
    auto *label = new QLabel(fontMetrics().elidedText(word, Qt::ElideRight, 110), this);
    label->setToolTip(word);
    label->setTextFormat(Qt::PlainText);
    auto *combo = new QComboBox(this);
    combo->setObjectName(QStringLiteral("meaning_%1").arg(word));
    combo->setAccessibleName(tr("Meaning of %1").arg(word));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    label->setBuddy(combo);
    fill(combo);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(combo, row, 1);
    m_labels.append(label);
    m_choosers.append(combo);
    connect(combo, &QComboBox::activated, this, &KindMeanings::changed);
}

void KindMeanings::fill(QComboBox *combo) const
{
    QList<Combo::Item> items;
    for (const QString &meaning : ImportWords::meanings())
        items.append({ImportWords::meaningText(meaning), meaning});
    Combo::refill(combo, items);
}

void KindMeanings::apply(QMap<QString, QString> &said) const
{
    for (int i = 0; i < m_choosers.size(); ++i) {
        const QString &word = m_words.at(i);
        const QString chosen = m_choosers[i]->currentData().toString();
        if (said.contains(word) || chosen != ImportWords::usualMeaning(word))
            said.insert(word, chosen);
    }
}

void KindMeanings::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (QComboBox *combo : std::as_const(m_choosers))
        fill(combo);
}

} // namespace foretrail
