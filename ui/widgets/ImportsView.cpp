#include "ui/widgets/ImportsView.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ImportLedger.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

QTableView *makeTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setFont(Theme::tableFont());
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void setWidths(QTableView *table, std::initializer_list<int> widths)
{
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, width);
}

QFrame *card(QWidget *content)
{
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    layout->addWidget(content);
    return frame;
}

} // namespace

ImportsView::ImportsView(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_rejects(session), m_list(makeTable(QStringLiteral("importsTable"), &m_imports)),
      m_ledger(new ImportLedger), m_rejectsTitle(new QLabel), m_export(new QPushButton),
      m_rejectsTable(makeTable(QStringLiteral("rejectsTable"), &m_rejects))
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("importsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 440});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            select(m_imports.report(index.row()));
    });
    connect(m_ledger, &ImportLedger::forecastClicked, this, &ImportsView::forecastClicked);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRejectsClicked(m_selected); });
    retranslate();
}

QWidget *ImportsView::makeList()
{
    m_list->horizontalHeader()->setSectionResizeMode(int(ImportsModel::Column::File), QHeaderView::Stretch);
    setWidths(m_list, {300, 140, 140, 96, 96, 120, 96, 96});
    m_list->setMinimumHeight(90);
    return card(m_list);
}

QWidget *ImportsView::makeDetail()
{
    m_rejectsTitle->setObjectName(QStringLiteral("rejectsTitle"));
    m_export->setObjectName(QStringLiteral("exportRejects"));
    m_export->setIcon(Theme::icon(QStringLiteral("export")));
    m_rejectsTable->horizontalHeader()->setStretchLastSection(true);
    setWidths(m_rejectsTable, {90, 160, 240});
    m_rejectsTable->setMinimumHeight(80);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    title->addWidget(m_rejectsTitle, 1);
    title->addWidget(m_export);
    auto *detail = new QWidget;
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_ledger);
    layout->addLayout(title);
    layout->addWidget(m_rejectsTable, 1);
    layout->addStretch(0);
    return card(detail);
}

void ImportsView::show(const QList<ImportReport> &imports, qint64 selectedId)
{
    m_imports.setImports(imports);
    if (imports.isEmpty())
        return select({});
    m_list->selectRow(std::max(0, m_imports.rowOf(selectedId)));
}

void ImportsView::select(const ImportReport &report)
{
    m_selected = report;
    m_ledger->show(report, m_session.summary().currency);
    m_rejects.setImport(report.importId, report.rejected);
    m_rejectsTable->setVisible(report.rejected > 0);
    m_export->setVisible(report.rejected > 0);
    retranslate();
}

void ImportsView::retranslate()
{
    m_list->setAccessibleName(tr("Imports"));
    m_rejectsTable->setAccessibleName(tr("Rejected rows"));
    m_export->setText(tr("Export rejected rows"));
    m_rejectsTitle->setText(m_selected.rejected > 0 ? tr("Rejected rows: %1").arg(QLocale().toString(m_selected.rejected))
                                                    : tr("No row was rejected."));
    m_rejectsTitle->setProperty("quiet", true);
}

void ImportsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
