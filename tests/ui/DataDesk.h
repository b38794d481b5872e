#pragma once

#include "tests/ui/UiTest.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace foretrail::test {

/// A desk with an empty workspace on the Data page, and hands that bring files to it.
class DataDesk : public Desk {
public:
    static constexpr int waitMs = 10000;
    enum Tab { Ledger, Rejects, Quality };
    using Desk::Desk;

    bool open()
    {
        session().createWorkspace(path(QStringLiteral("shop.foretrail")));
        if (!QTest::qWaitFor([this] { return session().hasWorkspace() && isIdle(); }, waitMs))
            return false;
        window().showPage(QStringLiteral("data"));
        return QTest::qWaitFor([this] { return isIdle(); }, waitMs);
    }
    QString write(const char *name, const QByteArray &content) const
    {
        const QString file = path(QLatin1String(name));
        writeAll(file, content);
        return file;
    }
    void drop(const QStringList &files)
    {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &file : files)
            urls << QUrl::fromLocalFile(file);
        mime.setUrls(urls);
        QDragEnterEvent enter({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &enter);
        QDropEvent event({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &event);
    }
    bool isShown(const char *name) { return part(name).isVisible(); }
    bool canImport() { return isShown("previewTable") && part("primaryAction").isEnabled(); }
    /// Drops the files and waits until the first one can be imported.
    bool preview(const QStringList &files)
    {
        drop(files);
        return QTest::qWaitFor([this] { return canImport(); }, waitMs);
    }
    bool import()
    {
        click("primaryAction");
        return QTest::qWaitFor([this] { return isShown("importTabs") && isIdle(); }, waitMs);
    }
    bool importFile(const char *name, const QByteArray &content) { return preview({write(name, content)}) && import(); }
    void showTab(Tab tab) { part<QTabWidget>("importTabs").setCurrentIndex(tab); }
    bool settle() { return QTest::qWaitFor([this] { return isIdle(); }, waitMs); }
    QAbstractItemModel &table(const char *name) { return *part<QAbstractItemView>(name).model(); }
    QString cell(const char *name, int row, int column) { return table(name).index(row, column).data().toString(); }
    qint64 number(const char *label) { return QLocale().toLongLong(text(label)); }
    /// Answers the question of a dialog as a person does.
    bool confirm() { return answer("confirmYes"); }
    bool answer(const char *name)
    {
        const auto button = [&]() -> QPushButton * {
            for (QPushButton *one : window().findChildren<QPushButton *>(QLatin1String(name)))
                if (one->isVisible())
                    return one;
            return nullptr;
        };
        if (!QTest::qWaitFor([&] { return button() != nullptr; }, waitMs))
            return false;
        QTest::mouseClick(button(), Qt::LeftButton);
        return settle();
    }
};

/// Six sales lines in April, worth 26.75.
inline const QByteArray aprilSales = "invoice,sku,name,qty,price,date,customer,country\n"
                                     "1,A1,Tea,2,3.50,2011-04-01 09:00,17850,France\n"
                                     "1,B2,Cup,1,5.00,2011-04-01 09:00,17850,France\n"
                                     "2,A1,Tea,4,3.50,2011-04-13 10:30,13047,Spain\n"
                                     "3,B2,Cup,-1,5.00,2011-04-13 11:00,17850,France\n"
                                     "4,C3,Jam,1,2.25,2011-04-14 12:00,,Spain\n"
                                     "5,A1,Tea,1,3.50,2011-04-15 12:00,13047,Spain\n";
/// The same and thirty more, all readable.
inline QByteArray longSales()
{
    QByteArray lines = aprilSales;
    for (int line = 2; line <= 31; ++line)
        lines += QByteArray::number(100 + line) + ",A1,Tea,1,3.50,2011-04-20 12:00,13047,Spain\n";
    return lines;
}

} // namespace foretrail::test
