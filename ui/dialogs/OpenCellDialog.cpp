#include "ui/dialogs/OpenCellDialog.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/TableDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/CellView.h"
#include "ui/widgets/EmptyState.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace foretrail {

namespace {

constexpr std::array typeSizes{1.0, 1.25, 1.5, 2.0}; ///< times the program's font
constexpr QSize usualSize(1180, 740);
constexpr int longestSeriesName = 28; // letters of the list
constexpr int waitMs = 300;           // before it says that it is at work

} // namespace

OpenCellDialog::OpenCellDialog(AppSession &session, const RunSummary &run, QWidget *parent)
    : QDialog(parent), m_session(session), m_run(run), m_openJob(session.jobs()), m_lookJob(session.jobs()), m_title(new QLabel),
      m_seriesLabel(new QLabel), m_windowLabel(new QLabel), m_windowText(new QLabel), m_memberLabel(new QLabel), m_aheadLabel(new QLabel),
      m_series(new QComboBox), m_member(new QSpinBox), m_ahead(new QSpinBox), m_window(new QSlider(Qt::Horizontal)),
      m_smaller(new QPushButton), m_larger(new QPushButton), m_export(new QPushButton), m_close(new QPushButton), m_empty(new EmptyState),
      m_view(new CellView), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("openCellDialog"));
    m_title->setObjectName(QStringLiteral("cellTitle"));
    for (QLabel *label : {m_title, m_windowText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true); // large type needs more than a line
    }
    m_series->setObjectName(QStringLiteral("cellSeries"));
    m_series->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_series->setMinimumContentsLength(longestSeriesName);
    m_member->setObjectName(QStringLiteral("cellMember"));
    m_ahead->setObjectName(QStringLiteral("cellAhead"));
    m_window->setObjectName(QStringLiteral("cellWindow"));
    m_window->setEnabled(false);
    m_windowText->setObjectName(QStringLiteral("cellWindowText"));
    m_export->setObjectName(QStringLiteral("cellExport"));
    m_close->setObjectName(QStringLiteral("cellClose"));
    m_empty->setObjectName(QStringLiteral("cellEmpty"));
    makeTypeButtons();
    arrange();
    connectAll();
    retranslate();
    const QSize wanted = usualSize * std::max(1.0, Theme::enlargement());
    resize(screen() ? wanted.boundedTo(screen()->availableSize() * 0.95) : wanted);
    openSeries({});
}

OpenCellDialog::~OpenCellDialog()
{
    m_openJob.cancel();
    m_lookJob.cancel();
}

void OpenCellDialog::open(AppSession &session, const RunSummary &run, QWidget *parent)
{
    auto *dialog = new OpenCellDialog(session, run, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->activateWindow();
}

void OpenCellDialog::makeTypeButtons()
{
    m_smaller->setObjectName(QStringLiteral("cellSmaller"));
    m_larger->setObjectName(QStringLiteral("cellLarger"));
    for (QPushButton *button : {m_smaller, m_larger, m_export, m_close})
        button->setAutoDefault(false); // Return belongs to the lists
}

void OpenCellDialog::arrange()
{
    m_seriesLabel->setBuddy(m_series);
    m_windowLabel->setBuddy(m_window);
    m_memberLabel->setBuddy(m_member);
    m_aheadLabel->setBuddy(m_ahead);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::space);
    top->addWidget(m_title, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_seriesLabel, m_series, m_smaller, m_larger})
        top->addWidget(part);
    auto *windows = new QHBoxLayout;
    windows->setSpacing(Theme::space);
    windows->addWidget(m_windowLabel);
    windows->addWidget(m_window, 1);
    windows->addWidget(m_windowText, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_memberLabel, m_member, m_aheadLabel, m_ahead}) {
        windows->addWidget(part);
        part->hide();
    }
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(Theme::space);
    bottom->addStretch(1);
    bottom->addWidget(m_export);
    bottom->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addLayout(top);
    layout->addLayout(windows);
    layout->addWidget(m_stack, 1);
    layout->addLayout(bottom);
}

void OpenCellDialog::connectAll()
{
    connect(&m_session, &AppSession::workspaceChanged, this, &QWidget::close);
    connect(m_series, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            openSeries(m_series->currentData().toString());
    });
    connect(m_window, &QSlider::valueChanged, this, [this] {
        if (!m_isFilling)
            look();
    });
    for (QSpinBox *box : {m_member, m_ahead})
        connect(box, &QSpinBox::valueChanged, this, [this] {
            if (!m_isFilling)
                look();
        });
    connect(m_empty, &EmptyState::clicked, this, [this] { openSeries(m_run.seriesKey); });
    connect(m_smaller, &QPushButton::clicked, this, [this] { setTypeSize(m_typeSize - 1); });
    connect(m_larger, &QPushButton::clicked, this, [this] { setTypeSize(m_typeSize + 1); });
    connect(m_export, &QPushButton::clicked, this, &OpenCellDialog::saveTable);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_view, &CellView::heatExportRequested, this,
            [this](const HeatContent &content, const QString &format) { savePicture(format, renderChart(content, format)); });
    connect(m_view, &CellView::lagsExportRequested, this,
            [this](const BarContent &content, const QString &format) { savePicture(format, renderChart(content, format)); });
}

void OpenCellDialog::retranslate()
{
    setWindowTitle(tr("Cell of %1").arg(m_run.name));
    m_title->setText(m_run.name);
    m_seriesLabel->setText(tr("&Series"));
    m_windowLabel->setText(tr("&Window"));
    m_memberLabel->setText(tr("&Network"));
    m_aheadLabel->setText(tr("Steps &ahead"));
    m_member->setToolTip(tr("Which of the networks, one for each seed; the forecast of the run is their median"));
    m_ahead->setToolTip(tr("Which step of the forecast is looked at"));
    m_window->setAccessibleName(tr("Window, by the date of its last step"));
    m_smaller->setToolTip(tr("Smaller type (Ctrl+-)"));
    m_larger->setToolTip(tr("Larger type, for a class (Ctrl++)"));
    m_smaller->setAccessibleName(m_smaller->toolTip());
    m_larger->setAccessibleName(m_larger->toolTip());
    m_smaller->setText(tr("A-", "smaller type"));
    m_larger->setText(tr("A+", "larger type"));
    m_smaller->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus)); // after the text, which would take it away
    m_larger->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Plus));
    m_export->setText(tr("&Export table"));
    m_export->setToolTip(tr("Saves the values of the heat map as CSV"));
    m_close->setText(tr("&Close"));
    showWindowText();
    setTypeSize(m_typeSize);
}

Result<OpenCellDialog::Opening> OpenCellDialog::read(Workspace &workspace, RunId run, const QString &seriesKey, bool hasList, JobContext &job)
{
    Opening opening;
    auto cell = OpenedCell::open(workspace, run, seriesKey, job);
    if (!cell)
        return fail(cell.error());
    opening.cell = std::move(*cell);
    if (hasList)
        return opening;
    Result<TrainingSpec> spec = TrainingSpec::fromJson(opening.cell->run().spec);
    if (!spec)
        return fail(spec.error());
    spec->query.keys.clear();
    const Result<SeriesQuery> query = withUsers(workspace, spec->query, job);
    if (!query)
        return fail(query.error());
    const Result<QList<SeriesInfo>> series = workspace.data().listSeries(*query, job);
    if (!series)
        return fail(series.error());
    opening.series = *series;
    return opening;
}

void OpenCellDialog::openSeries(const QString &key)
{
    m_lookJob.cancel();
    m_cell.reset();
    m_window->setEnabled(false);
    m_export->setEnabled(false);
    m_empty->setText({});
    m_stack->setCurrentWidget(m_empty);
    QTimer::singleShot(waitMs, this, [this] {
        if (m_openJob.isRunning())
            m_empty->setText(tr("Reading the run and its series"));
    });
    m_session.runLatestOnWorkspace<Opening>(m_openJob, {tr("Opening a cell"), Lane::Read, false},
        [run = m_run.id, key, hasList = m_series->count() > 0](Workspace &workspace, JobContext &job) { return read(workspace, run, key, hasList, job); },
        this, [this](const Result<Opening> &opening) {
            if (opening)
                take(*opening);
            else
                refuse(opening.error());
        });
}

void OpenCellDialog::take(const Opening &opening)
{
    m_cell = opening.cell;
    m_isFilling = true;
    if (!opening.series.isEmpty())
        fillSeries(opening.series);
    m_series->setCurrentIndex(m_series->findData(m_cell->series().key));
    const int last = m_cell->windowCount() - 1;
    m_window->setRange(0, last);
    m_window->setPageStep(std::max(1, m_cell->season()));
    m_window->setValue(last);
    m_window->setEnabled(true);
    fillChoices();
    m_isFilling = false;
    look();
}

void OpenCellDialog::fillChoices()
{
    for (const auto &[label, box, most] : {std::tuple(m_memberLabel, m_member, m_cell->members()), std::tuple(m_aheadLabel, m_ahead, m_cell->ahead())}) {
        box->setRange(1, most);
        label->setVisible(most > 1);
        box->setVisible(most > 1);
    }
}

CellChoice OpenCellDialog::choice() const { return {m_window->value(), m_member->value() - 1, m_ahead->value()}; }

void OpenCellDialog::fillSeries(const QList<SeriesInfo> &series)
{
    m_series->clear();
    for (const SeriesInfo &one : series)
        m_series->addItem(one.name.isEmpty() ? one.key : one.name, one.key);
    if (m_series->findData(m_cell->series().key) < 0) // no longer among those of the question
        m_series->insertItem(0, m_run.seriesName, m_cell->series().key);
}

void OpenCellDialog::look()
{
    if (!m_cell)
        return;
    showWindowText();
    m_lookJob.start<CellWindow>({tr("Looking into a cell"), Lane::Read, false},
        [cell = m_cell, choice = choice()](JobContext &job) { return cell->look(choice, job); }, this,
        [this, cell = m_cell](const Result<CellWindow> &window) {
            if (!window)
                return refuse(window.error());
            m_view->showWindow(cell, *window);
            m_stack->setCurrentWidget(m_view);
            m_export->setEnabled(true);
        });
}

void OpenCellDialog::showWindowText()
{
    if (!m_cell)
        return m_windowText->clear();
    const qint64 target = m_cell->target(m_window->value());
    m_windowText->setText(windowText(*m_cell, target - m_cell->lookback(), target, m_ahead->value()));
    m_window->setAccessibleDescription(m_windowText->text());
}

/// The message says what to do; where it is the series, the run's own one is a click away.
void OpenCellDialog::refuse(const Error &error)
{
    if (error.isCancelled())
        return;
    const bool isOther = m_series->count() > 0 && m_series->currentData().toString() != m_run.seriesKey;
    m_empty->setText(error.message, isOther ? tr("Show %1").arg(m_run.seriesName) : QString());
    m_stack->setCurrentWidget(m_empty);
}

void OpenCellDialog::setTypeSize(int size)
{
    int largest = int(typeSizes.size()) - 1;
    while (largest > 0 && typeSizes[size_t(largest)] * Theme::enlargement() > typeSizes.back())
        --largest; // on top of a type that is large already there is no room for all of them
    m_typeSize = std::clamp(size, 0, largest);
    QFont font = QApplication::font();
    font.setPixelSize(int(std::lround(QFontInfo(font).pixelSize() * typeSizes[size_t(m_typeSize)])));
    setFont(font);
    // A style sheet of the program keeps fonts from reaching what stands inside.
    for (QWidget *part : findChildren<QWidget *>())
        part->setFont(font);
    m_smaller->setEnabled(m_typeSize > 0);
    m_larger->setEnabled(m_typeSize < largest);
}

QString OpenCellDialog::fileName() const
{
    return FileDialogs::nameOf(QStringLiteral("%1 %2").arg(m_run.name, m_windowText->text()));
}

void OpenCellDialog::saveTable() { savePicture(QStringLiteral("csv"), csvText(m_view->shownTable())); }

void OpenCellDialog::savePicture(const QString &format, const Result<QByteArray> &bytes)
{
    const QString title = tr("Exporting a cell");
    if (!bytes)
        return m_session.report(bytes.error(), title);
    const QString path = FileDialogs::saveFile(this, tr("Export"), QStringLiteral("%1.%2").arg(fileName(), format),
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        m_session.save(title, path, [path, content = *bytes] { return saveBytes(content, path); });
}

void OpenCellDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
