#pragma once

#include "ui/RecipeRun.h"
#include "ui/models/FeatureTableModel.h"

#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;
class QStackedLayout;
class QTableView;

namespace foretrail {

class EmptyState;

/// The training windows of a prepared series one by one: a slider through them and the table of features of each.
class WindowsView : public QWidget {
    Q_OBJECT
public:
    explicit WindowsView(QWidget *parent = nullptr);
    void setPrepared(const PreparedPicture &prepared);

Q_SIGNALS:
    void addClicked(); ///< the recipe has no windows yet

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showWindow();
    QString whyNothing() const;

    PreparedPicture m_prepared;
    FeatureTableModel m_model;
    QLabel *m_title;
    QSpinBox *m_number;
    QSlider *m_slider;
    QLabel *m_words;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace foretrail
