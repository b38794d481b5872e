// Time of a frame of the item browser with 100,000 series, all of them checked: typing a search, other orders and filters, scrolling.
#include "ui/models/SeriesMarks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ItemBrowser.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace foretrail;

namespace {

constexpr int count = 100'000;

std::shared_ptr<const SeriesList> manySeries()
{
    const QStringList words{QStringLiteral("Blue"), QStringLiteral("Tea"), QStringLiteral("Small"), QStringLiteral("Mug"), QStringLiteral("Lamp"), QStringLiteral("Red")};
    QList<SeriesInfo> all;
    for (int i = 0; i < count; ++i) {
        SeriesInfo one;
        one.key = QStringLiteral("K%1").arg(i * 7919 % count, 6, 10, QLatin1Char('0'));
        one.name = QStringLiteral("%1 %2 %3").arg(words[i % 6], words[i / 6 % 6], one.key);
        one.size = 1e6 / (1 + i);
        one.observations = 400;
        if (i < 20'000)
            for (int point = 0; point < 48; ++point)
                one.sketch.push_back(float(10 + std::sin(0.3 * point + i)));
        all.append(std::move(one));
    }
    return SeriesList::of(std::move(all));
}

std::shared_ptr<const SeriesMarks> marksOf(const SeriesList &list)
{
    auto checks = std::make_shared<SeriesChecks>();
    QHash<QString, QString> categories;
    for (const SeriesInfo &one : list.series) {
        const int number = int(checks->checks.size());
        SeriesCheck check{one.key, one.name, 1, (number % 97) / 97.0, (number % 31 - 15) / 15.0, (number % 53) / 53.0, {}, {}};
        if (number % 10 == 0)
            check.exceptions.append({ExceptionKind::LargeError, 3, 2, 1, missing, 28});
        checks->checks.append(check);
        categories.insert(one.key, QStringLiteral("category %1").arg(number % 40));
    }
    return SeriesMarks::of(list, checks, categories);
}

void tell(const char *what, std::vector<double> frames)
{
    std::sort(frames.begin(), frames.end());
    std::printf("%-24s median %6.1f ms, worst %6.1f ms over %zu frames\n", what, frames[frames.size() / 2], frames.back(), frames.size());
}

/// What `change` and the frame after it take.
double frameOf(QWidget &window, const std::function<void()> &change)
{
    QElapsedTimer timer;
    timer.start();
    change();
    window.grab();
    return double(timer.nsecsElapsed()) * 1e-6;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme::apply(app, Scheme::Light);
    QElapsedTimer timer;
    timer.start();
    const auto list = manySeries();
    const auto marks = marksOf(*list);
    std::printf("%d series made and ordered in %.1f s, on another thread in the program\n", count, double(timer.elapsed()) * 1e-3);
    ItemBrowser browser;
    browser.resize(224, 700);
    browser.setHasChecks();
    browser.show();
    tell("list set", {frameOf(browser, [&] {
        browser.setList(list);
        browser.setMarks(marks);
    })});
    auto &search = *browser.findChild<QLineEdit *>(QStringLiteral("seriesSearch"));
    auto &order = *browser.findChild<QComboBox *>(QStringLiteral("seriesOrder"));
    auto &filter = *browser.findChild<QComboBox *>(QStringLiteral("seriesFilter"));
    auto &view = *browser.findChild<QListView *>(QStringLiteral("seriesList"));
    std::vector<double> frames;
    const QString text = QStringLiteral("tea small k01234");
    for (qsizetype i = 1; i <= text.size(); ++i)
        frames.push_back(frameOf(browser, [&] { search.setText(text.left(i)); }));
    for (qsizetype i = text.size(); i > 0; --i)
        frames.push_back(frameOf(browser, [&] { search.setText(text.left(i - 1)); }));
    tell("typing a search", std::move(frames));
    frames.clear();
    for (QComboBox *combo : {&order, &filter})
        for (int row = 1; row <= 7; ++row)
            frames.push_back(frameOf(browser, [&] {
                combo->setCurrentIndex(row % std::min(7, combo->count()));
                Q_EMIT combo->activated(combo->currentIndex());
            }));
    tell("orders and filters", std::move(frames));
    filter.setCurrentIndex(0);
    Q_EMIT filter.activated(0);
    frames.clear();
    QScrollBar &bar = *view.verticalScrollBar();
    for (int step = 0; step < 200; ++step)
        frames.push_back(frameOf(browser, [&] { bar.setValue(step < 100 ? bar.value() + 90 : bar.maximum() * (step - 100) / 100); }));
    tell("scrolling", std::move(frames));
    return 0;
}
