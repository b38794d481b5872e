#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

namespace foretrail {

/// The table twin of a chart: the same numbers to read, sort, filter, select and copy. Any number of rows.
class TableDialog : public QDialog {
    Q_OBJECT
public:
    /// `table`: header, then rows.
    TableDialog(const QString &title, const QList<QStringList> &table, QWidget *parent = nullptr);
    /// Shows it beside the chart without holding up the program; deletes itself when closed.
    static void open(const QString &title, const QList<QStringList> &table, QWidget *parent);
};

/// Lines of cells parted by tabs, as spreadsheets take them from the clipboard.
QString tabbedText(const QList<QStringList> &table);
/// The same as comma-separated UTF-8 with quotes where needed.
QByteArray csvText(const QList<QStringList> &table);

} // namespace foretrail
