#include "ui/dialogs/ProductRuleDialog.h"

#include "core/data/ProductRule.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace foretrail {

namespace {

constexpr int typingMs = 120;
constexpr int namedItems = 8;

struct Flagged {
    qint64 items = 0;
    QStringList first;
};

Flagged flaggedBy(const QStringList &patterns, const QStringList &items)
{
    const ProductRule rule(patterns);
    Flagged flagged;
    for (const QString &item : items) {
        if (rule.isProduct(item.toStdString()))
            continue;
        if (++flagged.items <= namedItems)
            flagged.first << item;
    }
    return flagged;
}

} // namespace

ProductRuleDialog::ProductRuleDialog(AppSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_counting(session.jobs()), m_text(new QLabel(this)), m_patterns(new QPlainTextEdit(this)),
      m_count(new QLabel(this)), m_undo(new QPushButton(this)), m_default(new QPushButton(this)), m_cancel(new QPushButton(this)),
      m_save(new QPushButton(this))
{
    setObjectName(QStringLiteral("productRuleDialog"));
    arrange();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(typingMs);
    connect(&m_debounce, &QTimer::timeout, this, &ProductRuleDialog::count);
    connect(m_patterns, &QPlainTextEdit::textChanged, this, [this] {
        m_undo->setEnabled(patterns() != m_known.patterns);
        m_debounce.start();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_patterns->setPlainText(m_known.patterns.join(QLatin1Char('\n'))); });
    connect(m_default, &QPushButton::clicked, this,
            [this] { m_patterns->setPlainText(ProductRule::defaultPatterns().join(QLatin1Char('\n'))); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProductRuleDialog::save);
    retranslate();
    m_session.runOnWorkspace<Known>({tr("Reading the rule of non-products"), Lane::Read, false}, &ProductRuleDialog::read, this,
        [this](Result<Known> known) {
            if (known)
                return take(*known);
            m_session.report(known.error());
            reject();
        });
}

void ProductRuleDialog::arrange()
{
    m_text->setWordWrap(true);
    m_patterns->setObjectName(QStringLiteral("productPatterns"));
    m_patterns->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_patterns->setEnabled(false);
    m_patterns->setTabChangesFocus(true);
    m_count->setObjectName(QStringLiteral("flaggedItems"));
    m_count->setWordWrap(true);
    m_count->setProperty("quiet", true);
    m_undo->setObjectName(QStringLiteral("productUndo"));
    m_default->setObjectName(QStringLiteral("productDefault"));
    m_cancel->setObjectName(QStringLiteral("productCancel"));
    m_save->setObjectName(QStringLiteral("productSave"));
    m_save->setProperty("primary", true);
    m_save->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addWidget(m_default);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_text);
    layout->addWidget(m_patterns, 1);
    layout->addWidget(m_count);
    layout->addLayout(buttons);
    resize(520, 460);
}

Result<ProductRuleDialog::Known> ProductRuleDialog::read(Workspace &workspace, JobContext &job)
{
    const Result<ProductRule> rule = ProductRule::of(workspace);
    if (!rule)
        return fail(rule.error());
    QStringList keys;
    const Result<DataSummary> summary = workspace.data().summary();
    if (summary && summary->items > 0) {
        SeriesQuery query;
        query.measure = Measure::Events;
        query.by = GroupBy::Item;
        query.step = Step::Year;
        const Result<QList<SeriesInfo>> items = workspace.data().listSeries(query, job);
        if (!items)
            return fail(items.error());
        for (const SeriesInfo &item : *items)
            keys << item.key;
    }
    return Known{rule->patterns(), std::make_shared<const QStringList>(std::move(keys))};
}

void ProductRuleDialog::take(const Known &known)
{
    m_known = known;
    m_patterns->setEnabled(true);
    m_patterns->setPlainText(known.patterns.join(QLatin1Char('\n')));
    m_patterns->setFocus();
    m_save->setEnabled(!m_session.isReadOnly());
    m_undo->setEnabled(false);
    count();
}

QStringList ProductRuleDialog::patterns() const
{
    QStringList lines;
    for (const QString &line : m_patterns->toPlainText().split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

void ProductRuleDialog::count()
{
    if (!m_known.items)
        return;
    m_counting.start<Flagged>({tr("Counting non-products"), Lane::Read, false},
        [items = m_known.items, lines = patterns()](JobContext &) -> Result<Flagged> { return flaggedBy(lines, *items); }, this,
        [this](Result<Flagged> flagged) {
            if (flagged)
                showCount(flagged->items, flagged->first);
        });
}

void ProductRuleDialog::showCount(qint64 flagged, const QStringList &first)
{
    const QLocale locale;
    if (m_known.items->isEmpty())
        return m_count->setText(tr("No items are known yet: the rule is used from the next import on."));
    QString text = tr("Flags %1 of %2 known items").arg(locale.toString(flagged), locale.toString(m_known.items->size()));
    if (!first.isEmpty())
        text += tr(": %1", "names").arg(first.join(tr(", ", "between names")));
    m_count->setText(text + (flagged > first.size() ? QStringLiteral(" …") : QStringLiteral(".")));
}

void ProductRuleDialog::save()
{
    m_session.runOnWorkspace<qint64>({tr("Flagging non-products"), Lane::Write, true, true},
        [lines = patterns()](Workspace &workspace, JobContext &) { return ProductRule::set(workspace, lines); }, &m_session,
        [&session = m_session](Result<qint64> items) {
            if (!items)
                return session.report(items.error(), tr("Flagging non-products"));
            Q_EMIT session.said(tr("%1 items are no products now.").arg(QLocale().toString(*items)));
            session.reloadData();
        });
    accept();
}

void ProductRuleDialog::retranslate()
{
    setWindowTitle(tr("Codes that are no products"));
    m_text->setText(tr("One code a line. * stands for any letters, ? for one; a line that begins with ! makes an exception. Rows of these "
                       "codes are kept and flagged, or left out where an import says so."));
    m_patterns->setAccessibleName(tr("Codes that are no products"));
    m_undo->setText(tr("&Undo changes"));
    m_default->setText(tr("&Default"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("&Save"));
}

void ProductRuleDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProductRuleDialog::open(AppSession &session, QWidget *parent)
{
    auto *dialog = new ProductRuleDialog(session, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

} // namespace foretrail
