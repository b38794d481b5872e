#pragma once

#include "core/training/SearchPlan.h"
#include "ui/models/SearchSpaceModel.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace foretrail {

/// What a search is to try: its name, way, limits and seed, and the settings it varies. What is wrong is said before it can begin.
class SearchDialog : public QDialog {
    Q_OBJECT
public:
    explicit SearchDialog(const SearchPlan &plan, QWidget *parent = nullptr);
    /// As edited.
    SearchPlan plan() const;
    /// Returns at once; `begin` is called with the plan when the person starts the search and `parent` still lives.
    static void open(const SearchPlan &plan, QWidget *parent, std::function<void(const SearchPlan &)> begin);

private:
    void makeFields();
    void makeTable();
    void arrange();
    void showState();
    QString problem(const Error &error) const;
    QString inWords(const SearchPlan &plan) const;

    const SearchPlan m_plan; ///< as it was opened
    SearchSpaceModel m_model;
    QLineEdit *m_name;
    QComboBox *m_method;
    QSpinBox *m_trials;
    QDoubleSpinBox *m_minutes;
    QLineEdit *m_seed;
    QTableView *m_table;
    QLabel *m_words;
    QLabel *m_problem;
    QPushButton *m_usual;
    QPushButton *m_start;
    QPushButton *m_close;
};

} // namespace foretrail
