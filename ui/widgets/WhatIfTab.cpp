#include "ui/widgets/WhatIfTab.h"

#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/PointDragger.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/ScrolledWords.h"
#include "ui/models/TableHabits.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

WhatIfTab::WhatIfTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_sentence(new QLabel(this)), m_note(new QLabel), m_list(new QListWidget), m_changes(new QListWidget), m_what(new QComboBox),
      m_models(new QComboBox), m_show(new QComboBox(this)), m_from(new QLineEdit), m_to(new QLineEdit), m_by(new QLineEdit),
      m_grid(plainTable(QStringLiteral("whatIfGrid"), nullptr, RowOrder::OfModel)), m_differences(plainTable(QStringLiteral("whatIfDifferences"), nullptr, RowOrder::OfModel)),
      m_chart(new LineChart), m_dragger(new PointDragger(*m_chart->findChild<LineCanvas *>())), m_results(new QStackedWidget), m_job(session.jobs()), m_listJob(session.jobs())
{
    m_grid->setModel(&m_gridModel);
    sortRows(*m_differences, &m_differenceModel);
    keepColumnsByTitles(*m_differences); // those of the scenarios that are compared
    m_sentence->setObjectName(QStringLiteral("whatIfSentence"));
    m_show->setObjectName(QStringLiteral("whatIfShow"));
    m_show->addItems({QString(), QString(), QString(), QString()});
    m_chart->setObjectName(QStringLiteral("whatIfChart"));
    m_chart->setMinimumSize(200, 90);
    m_differences->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_results->addWidget(m_chart);
    QWidget *line = changeLine();
    m_changesPart = changesPart();
    m_results->addWidget(inputPanel());
    m_results->addWidget(m_differences);
    m_results->addWidget(scenarioPanel());
    auto *top = new QHBoxLayout;
    top->addWidget(new ScrolledWords(m_sentence, this), 1);
    top->addWidget(m_show);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(line);
    layout->addWidget(m_changesPart);
    layout->addWidget(m_results, 1);
    auto *models = new QHBoxLayout;
    models->addWidget(m_note, 1);
    models->addWidget(m_models);
    layout->addLayout(models);
    connectAll();
    retranslate();
    showChanges();
}

QPushButton *WhatIfTab::addButton(const QString &name, QLayout *layout, void (WhatIfTab::*clicked)())
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    if (layout)
        layout->addWidget(button);
    if (clicked)
        connect(button, &QPushButton::clicked, this, clicked);
    return button;
}

QWidget *WhatIfTab::scenarioPanel()
{
    m_list->setObjectName(QStringLiteral("scenarioList"));
    m_list->setFont(Theme::tableFont());
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMinimumHeight(48);
    auto *panel = new QWidget;
    auto *layout = new QHBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    auto *buttons = new QGridLayout;
    m_new = addButton(QStringLiteral("newScenario"), nullptr, &WhatIfTab::newScenario);
    m_save = addButton(QStringLiteral("saveScenario"), nullptr, &WhatIfTab::save);
    m_duplicate = addButton(QStringLiteral("duplicateScenario"), nullptr, &WhatIfTab::duplicate);
    m_rename = addButton(QStringLiteral("renameScenario"), nullptr, &WhatIfTab::rename);
    m_delete = addButton(QStringLiteral("deleteScenario"), nullptr, &WhatIfTab::remove);
    const QList<QPushButton *> all{m_new, m_save, m_duplicate, m_rename, m_delete};
    for (int i = 0; i < all.size(); ++i)
        buttons->addWidget(all[i], i / 2, i % 2);
    buttons->setRowStretch(3, 1);
    layout->addLayout(buttons);
    return panel;
}

QWidget *WhatIfTab::changeLine()
{
    m_what->setObjectName(QStringLiteral("changeWhat"));
    m_what->setMaximumWidth(110);
    m_from->setObjectName(QStringLiteral("changeFrom"));
    m_to->setObjectName(QStringLiteral("changeTo"));
    m_by->setObjectName(QStringLiteral("changeBy"));
    for (QLineEdit *field : {m_from, m_to})
        field->setFixedWidth(QFontMetrics(field->font()).horizontalAdvance(QStringLiteral("2011-10-30")) + 22);
    m_by->setFixedWidth(64);
    auto *part = new QWidget;
    auto *line = new FlowLayout;
    line->setSpacing(4);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget *field : std::initializer_list<QWidget *>{m_what, m_from, m_to, m_by})
        line->addWidget(field);
    m_add = addButton(QStringLiteral("addChange"), line, &WhatIfTab::addTyped);
    part->setLayout(line);
    return part;
}

QWidget *WhatIfTab::inputPanel()
{
    keepColumnsByTitles(*m_grid);
    keepRowsInPlace(*m_grid); // steps of time: what is typed counts for all that are chosen, from the first to the last
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    m_grid->verticalHeader()->setDefaultSectionSize(22);
    m_note->setObjectName(QStringLiteral("whatIfNote"));
    m_note->setWordWrap(true);
    m_note->setProperty("quiet", true);
    m_models->setObjectName(QStringLiteral("whatIfModels"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // it is filled after it was first shown
    m_models->setMinimumContentsLength(14);
    return m_grid;
}

/// The changes one below the other, beside them what takes them back.
QWidget *WhatIfTab::changesPart()
{
    m_changes->setObjectName(QStringLiteral("changeList"));
    m_changes->setFont(Theme::tableFont());
    m_changes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *part = new QWidget;
    part->setObjectName(QStringLiteral("changesPart"));
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_changes, 1);
    m_removeChange = addButton(QStringLiteral("removeChange"), nullptr, &WhatIfTab::removeChange);
    m_undo = addButton(QStringLiteral("undoScenario"), nullptr, nullptr);
    for (QPushButton *button : {m_removeChange, m_undo})
        layout->addWidget(button, 0, Qt::AlignTop);
    return part;
}

void WhatIfTab::connectAll()
{
    connect(m_list, &QListWidget::itemSelectionChanged, this, &WhatIfTab::chooseStored);
    connect(m_changes, &QListWidget::itemSelectionChanged, this, [this] { m_removeChange->setEnabled(!m_changes->selectedItems().isEmpty()); });
    connect(m_what, &QComboBox::currentIndexChanged, this, &WhatIfTab::showPlaces);
    connect(m_by, &QLineEdit::returnPressed, this, &WhatIfTab::addTyped);
    connect(m_undo, &QPushButton::clicked, &m_steps, &QUndoStack::undo);
    connect(&m_steps, &QUndoStack::indexChanged, this, &WhatIfTab::showChanges);
    connect(&m_gridModel, &WhatIfGridModel::typed, this, &WhatIfTab::onTyped);
    connect(m_show, &QComboBox::currentIndexChanged, m_results, &QStackedWidget::setCurrentIndex);
    linkCursor(*m_chart);
    connect(m_dragger, &PointDragger::dropped, this, &WhatIfTab::changeValue);
    connect(m_chart, &LineChart::exportRequested, this, [this](const QString &format) { Q_EMIT chartExport(m_chart->content(), format); });
    connect(m_models, &QComboBox::activated, this, [this](int row) {
        if (!forecast() || row <= 0)
            return;
        TrainingSpec spec = forecast()->spec;
        spec.model.model = m_models->itemData(row).toString();
        session().requestForecast(spec);
    });
    connect(&session(), &AppSession::workspaceChanged, this, [this] {
        m_steps.clear();
        put(Scenario());
        showStored({});
    });
}

void WhatIfTab::retranslate()
{
    m_show->setAccessibleName(tr("What is shown"));
    m_show->setItemText(0, tr("Chart"));
    m_show->setItemText(1, tr("Inputs"));
    m_show->setItemText(2, tr("Differences"));
    m_show->setItemText(3, tr("Scenarios"));
    m_list->setAccessibleName(tr("Scenarios of the workspace"));
    m_list->setToolTip(tr("One is shown and changed; several that are selected are compared"));
    m_changes->setAccessibleName(tr("Changes of the scenario"));
    m_grid->setAccessibleName(tr("Inputs of the forecast"));
    m_differences->setAccessibleName(tr("Differences from the forecast"));
    m_new->setText(tr("New"));
    m_save->setText(tr("Save"));
    m_duplicate->setText(tr("Duplicate"));
    m_rename->setText(tr("Rename"));
    m_delete->setText(tr("Delete"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes back what was done last"));
    m_add->setText(tr("Change"));
    m_removeChange->setText(tr("Remove"));
    m_removeChange->setToolTip(tr("Removes the change that is selected in the list"));
    m_what->setAccessibleName(tr("What is changed"));
    m_from->setAccessibleName(tr("From this date on"));
    m_to->setAccessibleName(tr("Up to this date"));
    m_by->setAccessibleName(tr("By how much"));
    m_by->setPlaceholderText(tr("-10%"));
    m_by->setToolTip(tr("-10% and +5 move, 3 is the value itself"));
    m_models->setAccessibleName(tr("Models that take columns"));
    fillWhat();
}

} // namespace foretrail
