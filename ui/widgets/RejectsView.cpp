#include "ui/widgets/RejectsView.h"

#include "core/base/Phrase.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

namespace foretrail {

RejectsView::RejectsView(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_reading(session.jobs()), m_rejects(session), m_title(new QLabel), m_reason(new QComboBox),
      m_feed(new QPushButton), m_copy(new QPushButton), m_export(new QPushButton), m_splitter(new QSplitter(Qt::Horizontal)),
      m_table(plainTable(QStringLiteral("rejectsTable"), &m_rejects, RowOrder::OfModel)), m_fieldsTitle(new QLabel),
      m_fieldsTable(plainTable(QStringLiteral("rejectFields"), &m_fields, RowOrder::OfModel)), m_hint(new QLabel)
{
    setObjectName(QStringLiteral("rejectsView"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    sortOnClick(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setColumnWidths(m_table, {80, 130, 180});
    m_splitter->setObjectName(QStringLiteral("rejectsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeFields());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({680, 280});
    m_hint->setObjectName(QStringLiteral("rejectsHint"));
    m_hint->setProperty("quiet", true);
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(makeTop());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_hint);
    layout->addStretch(0);
    connectAll();
    retranslate();
}

QWidget *RejectsView::makeTop()
{
    m_title->setObjectName(QStringLiteral("rejectsTitle"));
    m_title->setProperty("quiet", true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reason->setObjectName(QStringLiteral("rejectReason"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(24);
    m_feed->setObjectName(QStringLiteral("feedAgain"));
    m_copy->setObjectName(QStringLiteral("copyRejects"));
    m_copy->setIcon(Theme::icon(QStringLiteral("copy")));
    m_export->setObjectName(QStringLiteral("exportRejects"));
    m_export->setIcon(Theme::icon(QStringLiteral("export")));
    auto *top = new QWidget;
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(Theme::space, 0, 0, 0);
    layout->addWidget(m_title, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_reason, m_feed, m_copy, m_export})
        layout->addWidget(widget);
    return top;
}

QWidget *RejectsView::makeFields()
{
    m_fieldsTitle->setObjectName(QStringLiteral("rejectFieldsTitle"));
    m_fieldsTitle->setProperty("quiet", true);
    keepRowsInPlace(*m_fieldsTable); // as the columns of the file
    m_fieldsTable->horizontalHeader()->setStretchLastSection(true);
    m_fieldsTable->setEditTriggers(QAbstractItemView::AllEditTriggers);
    setColumnWidths(m_fieldsTable, {110});
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(Theme::space, 0, 0, 0);
    layout->addWidget(m_fieldsTitle);
    layout->addWidget(m_fieldsTable, 1);
    return pane;
}

void RejectsView::connectAll()
{
    connect(m_reason, &QComboBox::activated, this, &RejectsView::filter);
    connect(m_feed, &QPushButton::clicked, this, [this] { Q_EMIT feedClicked(m_rejects.corrections()); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRows(*m_table); });
    connect(m_export, &QPushButton::clicked, this, &RejectsView::exportClicked);
    connect(&m_rejects, &RejectsModel::correctionsChanged, this, &RejectsView::showState);
    connect(&m_rejects, &QAbstractItemModel::dataChanged, this, &RejectsView::showRow);
    connect(&m_rejects, &QAbstractItemModel::modelReset, this, &RejectsView::showRow);
    connect(&m_rejects, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_rejects.index(0, int(RejectsModel::Column::Value)));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RejectsView::showRow);
    connect(&m_fields, &RejectFieldsModel::edited, this, [this] {
        if (const QModelIndex current = m_table->currentIndex(); current.isValid())
            m_rejects.correct(current.row(), m_fields.fields());
    });
}

void RejectsView::show(const ImportGroup &group)
{
    const ImportReport report = group.total();
    const bool isOther = report.importId != m_report.importId;
    m_report = report;
    if (isOther) {
        m_reasons.clear();
        m_rejects.setColumnNames({});
    }
    m_rejects.setEditable(!report.undone && !m_session.isReadOnly());
    m_rejects.setImport(report.importId, isOfOne() ? report.rejected : 0);
    retranslate();
    read();
}

/// Names of columns and reasons come after the rows, which are what a person looks for.
void RejectsView::read()
{
    m_reading.cancel();
    if (m_report.rejected == 0 || !isOfOne())
        return;
    m_session.runLatestOnWorkspace<Known>(m_reading, {tr("Reading rejected rows"), Lane::Read, false},
        [import = m_report.importId](Workspace &workspace, JobContext &) -> Result<Known> {
            Result<ImportPlan> plan = planOfImport(workspace, import);
            if (!plan)
                return fail(plan.error());
            Result<QList<RejectReason>> reasons = rejectReasons(workspace, import);
            if (!reasons)
                return fail(reasons.error());
            return Known{std::move(*plan), std::move(*reasons)};
        },
        this, [this](Result<Known> known) {
            if (!known)
                return m_session.report(known.error(), tr("Reading rejected rows"));
            take(*known);
        });
}

void RejectsView::take(const Known &known)
{
    QStringList names;
    for (const ColumnPlan &column : known.plan.columns)
        names << column.name;
    m_rejects.setColumnNames(names);
    m_reasons = known.reasons;
    retranslate();
    m_fields.setRow({}, {}, false); // its names were not known before
    showRow();
}

void RejectsView::filter()
{
    const QString reason = m_reason->currentData().toString();
    qint64 count = m_report.rejected;
    for (const RejectReason &one : m_reasons)
        if (one.reason == reason)
            count = one.rows;
    m_rejects.setImport(m_report.importId, count, reason);
}

void RejectsView::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isThere = current.isValid() && current.row() < m_rejects.rowCount();
    if (!isThere)
        return m_fields.setRow({}, {}, false);
    const int row = current.row();
    const QStringList fields = m_rejects.fields(row);
    if (fields != m_fields.fields() || m_fields.rowCount() == 0)
        m_fields.setRow(fields.isEmpty() ? QStringList() : m_rejects.columnNames(), fields, m_rejects.canCorrect(row));
    m_fieldsTitle->setText(tr("Line %1").arg(QLocale().toString(m_rejects.reject(row).line)));
}

QString RejectsView::hint() const
{
    if (m_report.rejected == 0)
        return {};
    if (!isOfOne())
        return tr("Open the line above and choose one of its files to look at its rejected rows and to correct them.");
    if (m_report.undone)
        return tr("This import is taken back. Redo it to correct its rows.");
    if (m_session.isReadOnly())
        return tr("This workspace is open for reading only: rows can be looked at, copied and exported.");
    return tr("Type over a value, or over any field of the row at the right, then feed the rows again. They become part of the same import.");
}

void RejectsView::showState()
{
    const qsizetype changed = m_rejects.corrections().size();
    const bool hasRows = m_report.rejected > 0;
    m_export->setVisible(hasRows);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_splitter, m_copy, m_feed})
        widget->setVisible(hasRows && isOfOne());
    m_reason->setVisible(hasRows && isOfOne() && m_reasons.size() > 1);
    m_feed->setText(changed > 0 ? tr("Feed %1 again").arg(QLocale().toString(changed)) : tr("Feed again"));
    m_feed->setEnabled(changed > 0 && !m_report.undone && !m_session.isReadOnly());
    m_hint->setText(hint());
    m_hint->setVisible(hasRows);
}

void RejectsView::retranslate()
{
    const QLocale locale;
    m_table->setAccessibleName(tr("Rejected rows"));
    m_fieldsTable->setAccessibleName(tr("Fields of the row"));
    m_title->setText(m_report.rejected > 0 ? tr("Rejected rows: %1").arg(locale.toString(m_report.rejected)) : tr("No row was rejected."));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the selected rows as a table (Ctrl+C)"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("All rejected rows of this import as a table"));
    m_feed->setToolTip(tr("Reads the changed rows again; what can be read now is stored"));
    const QSignalBlocker blocker(m_reason);
    const QString chosen = m_reason->currentData().toString();
    m_reason->clear();
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->addItem(tr("All reasons"), QString());
    for (const RejectReason &one : m_reasons)
        m_reason->addItem(tr("%1: %2", "reason: number of rows").arg(Phrase::shown(one.reason), locale.toString(one.rows)), one.reason);
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(chosen)));
    showState();
}

void RejectsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
