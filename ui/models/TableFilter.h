#pragma once

#include <QLineEdit>

class QAbstractItemView;

namespace foretrail {

class EmptyLastProxy;

/// What is typed here narrows a list with each letter, so Enter does nothing, in dialogs neither.
class FilterLine : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int longFrom = 25; ///< rows that a list has one from
    explicit FilterLine(const QString &name, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

/// Narrows a table that sortRows() was called for to the rows that contain a text. Stands above it once the table is long.
class TableFilter : public FilterLine {
    Q_OBJECT
public:
    explicit TableFilter(const QAbstractItemView &table, QWidget *parent = nullptr);

private:
    bool isLong() const;
    void showWhereLong();

    EmptyLastProxy *m_rows;
};

/// The table below its filter.
QWidget *underFilter(QAbstractItemView *table);

} // namespace foretrail
