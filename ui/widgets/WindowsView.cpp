#include "ui/widgets/WindowsView.h"

#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStackedLayout>
#include <QTableView>

namespace foretrail {

WindowsView::WindowsView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_number(new QSpinBox), m_slider(new QSlider(Qt::Horizontal)), m_words(new QLabel),
      m_table(plainTable(QStringLiteral("windowTable"), &m_model, RowOrder::OfModel)), m_empty(new EmptyState), m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("windowsView"));
    keepColumnsByTitles(*m_table);
    keepRowsInPlace(*m_table); // a window is a stretch of time
    m_number->setObjectName(QStringLiteral("windowNumber"));
    m_slider->setObjectName(QStringLiteral("windowSlider"));
    m_words->setObjectName(QStringLiteral("windowWords"));
    m_words->setProperty("quiet", true);
    m_words->setWordWrap(true);
    m_title->setBuddy(m_number);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::space);
    top->addWidget(m_title);
    top->addWidget(m_number);
    top->addWidget(m_slider, 1);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(side);
    connect(m_number, &QSpinBox::valueChanged, m_slider, &QSlider::setValue);
    connect(m_slider, &QSlider::valueChanged, m_number, &QSpinBox::setValue);
    connect(m_slider, &QSlider::valueChanged, this, &WindowsView::showWindow);
    connect(m_empty, &EmptyState::clicked, this, &WindowsView::addClicked);
    showState();
}

void WindowsView::setPrepared(const PreparedPicture &prepared)
{
    m_prepared = prepared;
    showState();
}

QString WindowsView::whyNothing() const
{
    if (!m_prepared.done)
        return tr("No series is prepared.");
    if (!plannedSplit(m_prepared.recipe))
        return tr("This recipe does not say how windows are cut.");
    return tr("No window fits into the training part. Choose a shorter lookback or horizon, or fill the gaps.");
}

void WindowsView::showState()
{
    const auto count = int(m_prepared.windows.size());
    const bool isMissing = m_prepared.done && !plannedSplit(m_prepared.recipe);
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    m_empty->setText(whyNothing(), isMissing ? tr("Add windows") : QString());
    m_title->setText(tr("Window"));
    m_slider->setAccessibleName(tr("Window"));
    m_table->setAccessibleName(tr("Features of the window"));
    if (count == 0)
        return;
    {
        const QSignalBlocker numberBlocker(m_number);
        const QSignalBlocker sliderBlocker(m_slider);
        m_number->setRange(1, count);
        m_slider->setRange(1, count);
        m_slider->setValue(m_number->value());
    }
    showWindow();
}

void WindowsView::showWindow()
{
    const std::optional<WindowPlan> plan = windowPlan(m_prepared.recipe);
    const auto number = size_t(m_slider->value()) - 1;
    if (!plan || number >= m_prepared.windows.size())
        return;
    const Frame &frame = m_prepared.done->frame();
    const bool isNew = m_model.columnCount() != int(frame.columns.size()) + 3;
    m_model.setTable(featureTable(frame, *plan, m_prepared.windows[number]), frame.target.axis);
    const FeatureTable &table = m_model.table();
    const QLocale locale;
    QString words = tr("Training window %1 of %2: %3 rows to look back on, %4 to predict, %5 columns.")
                        .arg(locale.toString(number + 1), locale.toString(m_prepared.windows.size()), locale.toString(table.lookback),
                             locale.toString(qint64(table.rows.size()) - table.lookback), locale.toString(table.columns.size()));
    if (table.width != 1 || table.centre != 0)
        words = tr("%1 %2", "two sentences").arg(words, tr("Values are (value - %1) / %2.").arg(plainNumber(table.centre), plainNumber(table.width)));
    m_words->setText(words);
    if (isNew)
        fitColumns(*m_table, -1);
}

void WindowsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_model.retranslate();
    showState();
}

} // namespace foretrail
