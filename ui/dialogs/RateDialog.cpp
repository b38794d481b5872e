#include "ui/dialogs/RateDialog.h"

#include "ui/charts/LineChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

/// Two digits are as many as the search can tell apart.
double rounded(double rate)
{
    const double unit = std::pow(10, std::floor(std::log10(rate)) - 1);
    return std::round(rate / unit) * unit;
}

/// The rates stand on the axis, those nearest to powers of ten with their numbers.
IndexLabels rateLabels(const std::vector<RateSearch::Trial> &trials)
{
    IndexLabels labels;
    for (size_t i = 0; i < trials.size(); ++i) {
        labels.texts += QString::number(rounded(trials[i].rate));
        const double power = std::log10(trials[i].rate);
        const double step = i > 0 ? power - std::log10(trials[i - 1].rate) : 1;
        if (std::abs(power - std::round(power)) <= step / 2)
            labels.at.push_back(qint64(i));
    }
    return labels;
}

/// What has run away is left out: beside it the fall could not be seen.
ChartContent chartOf(const RateSearch &search, const QString &lossTitle, const QString &indexTitle, const QString &mark)
{
    ChartContent content;
    std::vector<double> losses;
    int best = -1;
    for (size_t i = 0; i < search.trials.size(); ++i) {
        losses.push_back(search.trials[i].loss <= 1.5 * search.trials.front().loss ? search.trials[i].loss : missing);
        if (search.trials[i].rate == search.suggested)
            best = int(i);
    }
    content.title = lossTitle;
    content.valueTitle = lossTitle;
    content.indexTitle = indexTitle;
    content.labels = rateLabels(search.trials);
    content.curves.append({lossTitle, CurveRole::History, 0, 0, shared(std::move(losses))});
    if (best >= 0)
        content.marks.append({best, mark});
    return content;
}

} // namespace

RateDialog::RateDialog(const RateSearch &search, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("rateDialog"));
    setWindowTitle(tr("Learning rate"));
    const bool isFound = search.suggested > 0;
    const QString rate = isFound ? QString::number(rounded(search.suggested)) : QString();
    auto *words = new QLabel(isFound ? tr("The loss falls fastest at %1. Rates from %2 to %3 were tried, one epoch each.")
                                           .arg(rate, plainNumber(search.trials.front().rate), plainNumber(search.trials.back().rate))
                                     : tr("The loss falls at none of the rates that were tried. Check the series and the other settings."), this);
    words->setObjectName(QStringLiteral("rateWords"));
    words->setWordWrap(true);
    auto *chart = new LineChart(this);
    chart->setObjectName(QStringLiteral("rateChart"));
    chart->setMinimumHeight(220);
    chart->setContent(chartOf(search, tr("Loss"), tr("Rate"), tr("rate %1").arg(rate)));
    auto *use = new QPushButton(isFound ? tr("Use %1").arg(rate) : tr("Use"), this);
    use->setObjectName(QStringLiteral("useRate"));
    use->setEnabled(isFound);
    use->setDefault(true);
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("closeRate"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(use);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(words);
    layout->addWidget(chart, 1);
    layout->addLayout(buttons);
    resize(640, 420);
    connect(use, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void RateDialog::open(const RateSearch &search, QWidget *parent, std::function<void(double)> use)
{
    auto *dialog = new RateDialog(search, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [rate = search.suggested, use = std::move(use)] { use(rounded(rate)); });
    dialog->QDialog::open();
}

} // namespace foretrail
