#include "tests/ui/UiTest.h"

#include "core/data/FactWriter.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace foretrail::test {

namespace {

struct Sale {
    int hour;
    const char *user;
    const char *item;
    const char *category;
    const char *kind;
    double amount;
};

std::vector<Sale> salesOn(int day, int days)
{
    std::vector<Sale> sales{{8, "ann", "tea", "drinks", "view", missing}, {9, "ann", "tea", "drinks", "purchase", teaOn(day)}};
    if (day % 2 == 0)
        sales.push_back({10, "bob", "mug", "kitchen", "purchase", 5});
    if (day >= days / 2)
        sales.push_back({11, "cyd", "jam", "food", "purchase", 2});
    return sales;
}

} // namespace

Desk::Desk(const QString &language) : m_settings(m_folder.filePath(QStringLiteral("settings.ini"))), m_language(m_settings), m_session(m_settings)
{
    m_settings.setLanguage(language);
    m_settings.setScheme(Scheme::Light);
    Theme::apply(*qApp, m_settings.scheme());
    QObject::connect(&m_settings, &Settings::schemeChanged, qApp, [this] { Theme::apply(*qApp, m_settings.scheme()); });
    m_window = std::make_unique<MainWindow>(m_session);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

Desk::~Desk() { putAway(); }

void Desk::putAway()
{
    if (!m_window)
        return;
    m_window->close();
    m_window.reset();
}

bool Desk::openAndWait(const QString &workspace)
{
    m_session.openWorkspace(workspace);
    return QTest::qWaitFor([&] { return m_session.workspacePath() == workspace && isIdle(); }, 30000);
}

bool Desk::goToTab(QTabWidget &tabs, const QString &title)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.tabText(tab) != title)
            continue;
        if (tabs.isTabVisible(tab)) {
            QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(tab).center());
        } else {
            for (const QToolButton *more : tabs.findChildren<QToolButton *>())
                if (more->menu() && more->isVisible()) {
                    Q_EMIT more->menu()->aboutToShow(); // fills it
                    for (QAction *one : more->menu()->actions())
                        if (one->text() == title)
                            one->trigger();
                }
        }
        return tabs.currentIndex() == tab;
    }
    return false;
}

void Desk::click(QWidget &widget)
{
    QVERIFY2(widget.isVisible() && widget.isEnabled(), qPrintable(widget.objectName()));
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void Desk::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window.get(), key, modifiers);
}

bool Desk::choose(QComboBox &combo, const QString &text)
{
    const int row = combo.findText(text);
    if (row < 0 || !combo.isVisible() || !combo.isEnabled())
        return false;
    combo.showPopup();
    combo.view()->setCurrentIndex(combo.model()->index(row, combo.modelColumn()));
    QTest::keyClick(combo.view(), Qt::Key_Return);
    combo.hidePopup();
    combo.window()->activateWindow(); // without a window manager the list stays the active window
    return combo.currentText() == text;
}

QString Desk::text(const char *label) { return part<QLabel>(label).text(); }

QString Desk::problem() { return part("messageBar").isVisible() ? text("messageText") : QString(); }

FileAnswers::FileAnswers()
{
    FileDialogs::setFunctions({[this](const FileDialogs::Question &question) {
                                   asked = question;
                                   ++count;
                                   return open;
                               },
                               [this](const FileDialogs::Question &question) {
                                   asked = question;
                                   ++count;
                                   return save;
                               }});
}

FileAnswers::~FileAnswers() { FileDialogs::setFunctions({}); }

UtcMs momentOf(int day, int hour)
{
    return QDateTime(QDate(2024, 1, 1), QTime(hour, 0), QTimeZone::utc()).toMSecsSinceEpoch() + day * dayMs;
}

Result<void> makeFilled(const QString &path, const std::function<Result<void>(FactWriter &)> &add)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    if (const auto set = workspace->setSetting(QStringLiteral("currency"), QStringLiteral("EUR")); !set)
        return set;
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("sales"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    if (const auto added = add(**writer); !added)
        return added;
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

Result<void> makeShop(const QString &path, int days)
{
    return makeFilled(path, [days](FactWriter &writer) -> Result<void> {
        quint64 fingerprint = 0;
        for (int day = 0; day < days; ++day) {
            const std::string session = "s" + std::to_string(day);
            for (const Sale &sale : salesOn(day, days)) {
                EventRow row;
                row.time = momentOf(day, sale.hour);
                row.user = sale.user;
                row.item = sale.item;
                row.category = sale.category;
                row.kind = sale.kind;
                const std::string own = session + sale.user;
                row.session = own;
                row.amount = sale.amount;
                row.quantity = std::isnan(sale.amount) ? missing : 1;
                row.fingerprint = ++fingerprint;
                if (const auto stored = writer.addEvent(row); !stored)
                    return fail(stored.error());
            }
        }
        return {};
    });
}

Result<void> makeSeries(const QString &path, const QList<std::pair<QString, std::vector<double>>> &series)
{
    return makeFilled(path, [&](FactWriter &writer) -> Result<void> {
        for (const auto &[name, values] : series)
            for (size_t i = 0; i < values.size(); ++i)
                if (std::isnan(values[i]))
                    continue;
                else if (const auto stored = writer.addObservation(name.toStdString(), Step::Day, momentOf(int(i), 0), values[i]); !stored)
                    return fail(stored.error());
        return {};
    });
}

Result<void> makeEmpty(const QString &path)
{
    return Workspace::create(path).map([](const Workspace &) {});
}

QList<QStringList> parsedCsv(const QByteArray &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool isQuoted = false;
    const QString all = QString::fromUtf8(text);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all[i];
        if (isQuoted && c == u'"' && i + 1 < all.size() && all[i + 1] == u'"')
            field += all[++i];
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == u',')
            row << std::exchange(field, {});
        else if (!isQuoted && c == u'\n') {
            row << std::exchange(field, {});
            rows << std::exchange(row, {});
        } else
            field += c;
    }
    return rows;
}

} // namespace foretrail::test
