#pragma once

#include "ui/models/RecipeDifferencesModel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

/// Two recipes beside each other: only what differs.
class RecipeCompareDialog : public QDialog {
    Q_OBJECT
public:
    RecipeCompareDialog(const Recipe &here, const Recipe &there, QWidget *parent);
    /// Shows it without holding up the program; deletes itself when closed.
    static void open(const Recipe &here, const Recipe &there, QWidget *parent);

private:
    RecipeDifferencesModel m_model;
    QLabel *m_words;
    QTableView *m_table;
    QPushButton *m_close;
};

} // namespace foretrail
