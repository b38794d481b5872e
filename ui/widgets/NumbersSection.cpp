#include "ui/widgets/NumbersSection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace foretrail {

NumbersSection::NumbersSection(QWidget *parent)
    : ImportSection(QStringLiteral("numbersSection"), false, parent), m_decimalTitle(new QLabel(this)),
      m_decimal(addCombo(m_decimalTitle, QStringLiteral("decimalSign"))), m_groupTitle(new QLabel(this)),
      m_group(addCombo(m_groupTitle, QStringLiteral("groupSign"))), m_currencyTitle(new QLabel(this)),
      m_currency(addEditable(m_currencyTitle, QStringLiteral("currency")))
{
    for (const auto *code : {"EUR", "USD", "GBP", "CNY", "JPY", "CHF", "INR", "BRL"})
        m_currency->addItem(QLatin1String(code));
    finish();
}

void NumbersSection::fill(const ImportPreview &preview)
{
    Combo::choose(m_decimal, preview.plan.decimalSign, QString(preview.plan.decimalSign));
    Combo::choose(m_group, preview.plan.groupSign, QString(preview.plan.groupSign));
    const QSignalBlocker blocker(m_currency);
    m_currency->setEditText(preview.plan.currency);
}

void NumbersSection::apply(ImportPlan &plan) const
{
    plan.decimalSign = m_decimal->currentData().toChar();
    plan.groupSign = m_group->currentData().toChar();
    plan.currency = m_currency->currentText().trimmed().toUpper();
}

QString NumbersSection::summary() const
{
    const QString sign = m_decimal->currentText().section(QLatin1Char(':'), -1).trimmed();
    return m_currency->currentText().isEmpty() ? sign : tr("%1, %2", "1234.56, EUR").arg(sign, m_currency->currentText());
}

void NumbersSection::retranslate()
{
    setTitle(tr("Numbers"));
    const QChar none;
    Combo::refill(m_decimal, {{tr("Point: 1234.56"), QChar(u'.')}, {tr("Comma: 1234,56"), QChar(u',')}});
    Combo::refill(m_group, {{tr("Any that is clear"), none}, {tr("Comma: 1,234"), QChar(u',')}, {tr("Point: 1.234"), QChar(u'.')},
                            {tr("Space: 1 234"), QChar(u' ')}, {tr("Apostrophe: 1'234"), QChar(u'\'')}});
    m_decimalTitle->setText(tr("Decimal si&gn"));
    m_groupTitle->setText(tr("Sign between &thousands"));
    m_currencyTitle->setText(tr("C&urrency"));
    m_currency->lineEdit()->setPlaceholderText(tr("none found"));
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setToolTip(tr("Code of the currency of all amounts: EUR, USD, CNY"));
}

} // namespace foretrail
