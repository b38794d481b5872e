#include "ui/widgets/CellView.h"

#include "ui/charts/BarChart.h"
#include "ui/charts/HeatMap.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int fewestDecimals = 2;
constexpr int mostDecimals = 10;
constexpr int usualDecimals = 4;

/// `parts` side by side, what is left over at the right.
QHBoxLayout *sideBySide(std::initializer_list<QWidget *> parts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::space);
    for (QWidget *part : parts)
        row->addWidget(part);
    row->addStretch(1);
    return row;
}

QWidget *oneBelowAnother(std::initializer_list<QWidget *> parts, QHBoxLayout *above)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addLayout(above);
    for (QWidget *part : parts)
        layout->addWidget(part, part == *(parts.end() - 1) ? 1 : 0);
    return widget;
}

} // namespace

CellView::CellView(QWidget *parent)
    : QWidget(parent), m_layerLabel(new QLabel), m_quantityLabel(new QLabel), m_decimalsLabel(new QLabel), m_lagsLabel(new QLabel),
      m_layer(addCombo(QStringLiteral("cellLayer"))), m_quantity(addCombo(QStringLiteral("cellQuantity"))),
      m_lagInput(addCombo(QStringLiteral("cellLagInput"))), m_decimals(new QSpinBox), m_heat(new HeatMap), m_equations(new QPlainTextEdit),
      m_sentence(new QLabel), m_lags(new BarChart)
{
    m_decimals->setObjectName(QStringLiteral("cellDecimals"));
    m_decimals->setRange(fewestDecimals, mostDecimals);
    m_decimals->setValue(usualDecimals);
    m_heat->setObjectName(QStringLiteral("cellHeat"));
    m_equations->setObjectName(QStringLiteral("cellEquations"));
    m_equations->setReadOnly(true);
    m_equations->setTabChangesFocus(true);
    m_equations->setMinimumHeight(80);
    m_sentence->setObjectName(QStringLiteral("cellSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_lags->setObjectName(QStringLiteral("cellLags"));
    m_lags->setMinimumHeight(120);
    arrange();
    connectAll();
    retranslate();
}

QComboBox *CellView::addCombo(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

void CellView::arrange()
{
    const std::pair<QLabel *, QWidget *> buddies[] = {{m_layerLabel, m_layer}, {m_quantityLabel, m_quantity}, {m_decimalsLabel, m_decimals}, {m_lagsLabel, m_lagInput}};
    for (const auto &[label, field] : buddies)
        label->setBuddy(field);
    auto *top = new QSplitter(Qt::Horizontal);
    top->setObjectName(QStringLiteral("cellTopSplitter"));
    top->setChildrenCollapsible(false);
    top->addWidget(oneBelowAnother({m_heat}, sideBySide({m_layerLabel, m_layer, m_quantityLabel, m_quantity})));
    top->addWidget(oneBelowAnother({m_equations}, sideBySide({m_decimalsLabel, m_decimals})));
    top->setStretchFactor(0, 1);
    top->setStretchFactor(1, 1);
    auto *all = new QSplitter(Qt::Vertical);
    all->setObjectName(QStringLiteral("cellSplitter"));
    all->setChildrenCollapsible(false);
    all->addWidget(top);
    all->addWidget(oneBelowAnother({m_sentence, m_lags}, sideBySide({m_lagsLabel, m_lagInput})));
    all->setStretchFactor(0, 2);
    all->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(all);
}

void CellView::connectAll()
{
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this](int layer) {
        if (m_isFilling)
            return;
        m_place.layer = layer;
        showAll();
    });
    connect(m_quantity, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            showHeat();
    });
    connect(m_lagInput, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            showLags();
    });
    connect(m_decimals, &QSpinBox::valueChanged, this, &CellView::showEquations);
    connect(m_heat, &HeatMap::chosen, this, &CellView::choose);
    connect(m_heat, &HeatMap::exportRequested, this,
            [this](const QString &format) { Q_EMIT heatExportRequested(m_heat->content(), format); });
    connect(m_lags, &BarChart::exportRequested, this,
            [this](const QString &format) { Q_EMIT lagsExportRequested(m_lags->content(), format); });
}

void CellView::retranslate()
{
    m_layerLabel->setText(tr("&Layer"));
    m_quantityLabel->setText(tr("S&hown"));
    m_decimalsLabel->setText(tr("Equations, &decimals"));
    m_lagsLabel->setText(tr("Moved &by"));
    m_equations->setAccessibleName(tr("Equations of the chosen unit"));
    m_heat->setToolTip(tr("A click or the arrow keys choose unit and step"));
    if (!m_cell)
        return;
    fillChoices();
    showAll();
}

void CellView::showWindow(const std::shared_ptr<const OpenedCell> &cell, const CellWindow &window)
{
    const bool isOther = m_cell != cell;
    const bool isFirst = !m_cell;
    m_cell = cell;
    m_window = window;
    if (isFirst)
        m_place.step = window.steps() - 1;
    if (isOther)
        fillChoices();
    showAll();
}

/// What can be chosen in this network; what was chosen stays.
void CellView::fillChoices()
{
    const bool isFirst = m_quantity->count() == 0;
    const int shown = m_quantity->currentIndex();
    const int moved = std::max(0, m_lagInput->currentIndex());
    const NetworkShape &shape = m_cell->network().shape();
    m_isFilling = true;
    for (QComboBox *combo : {m_layer, m_quantity, m_lagInput})
        combo->clear();
    for (int layer = 1; layer <= shape.layers; ++layer)
        m_layer->addItem(QLocale().toString(layer));
    for (const CellQuantity &one : cellQuantities(shape.cell))
        m_quantity->addItem(cellQuantityName(shape.cell, one));
    m_lagInput->addItem(tr("all inputs"));
    for (const LagInput &input : lagInputs(*m_cell))
        m_lagInput->addItem(input.name);
    m_place.layer = std::min(m_place.layer, shape.layers - 1);
    m_place.unit = std::min(m_place.unit, shape.units - 1);
    m_layer->setCurrentIndex(m_place.layer);
    m_quantity->setCurrentIndex(isFirst ? m_quantity->count() - 1 : std::min(shown, m_quantity->count() - 1));
    m_lagInput->setCurrentIndex(std::min(moved, m_lagInput->count() - 1));
    m_isFilling = false;
}

CellQuantity CellView::quantity() const
{
    return cellQuantities(m_cell->network().shape().cell).value(m_quantity->currentIndex());
}

void CellView::showAll()
{
    m_place.step = std::min(m_place.step, m_window.steps() - 1);
    showHeat();
    showEquations();
    showLags();
}

void CellView::showHeat()
{
    const bool isInput = quantity().kind == CellQuantity::Kind::Inputs;
    m_heat->setContent(cellHeat(*m_cell, m_window, m_place.layer, quantity()));
    m_heat->setChosen(isInput ? m_input : m_place.unit, m_place.step);
}

void CellView::showEquations()
{
    if (m_cell)
        m_equations->setPlainText(cellEquationsText(*m_cell, m_window, m_place, m_decimals->value()));
}

void CellView::showLags()
{
    m_sentence->setText(movesSentence(*m_cell, m_window));
    giveSentenceRoom();
    m_lags->setContent(lagBars(*m_cell, m_window, m_lagInput->currentIndex() - 1));
}

/// A splitter counts one line of words that may take several, and would cut the chart below them.
void CellView::giveSentenceRoom()
{
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(width())));
}

void CellView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveSentenceRoom();
}

void CellView::choose(int row, int step)
{
    if (quantity().kind == CellQuantity::Kind::Inputs)
        m_input = row;
    else
        m_place.unit = row;
    m_place.step = step;
    showEquations();
}

QList<QStringList> CellView::shownTable() const { return chartTable(m_heat->content()); }

void CellView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        m_lags->setFont(font());
        giveSentenceRoom();
    }
}

} // namespace foretrail
