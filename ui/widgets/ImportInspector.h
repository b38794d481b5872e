#pragma once

#include "core/data/ImportPlan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace foretrail {

/// How a file is read, as guessed and as a person changes it: kind, signs, dates, steps. What does not matter for the
/// kind is not shown.
class ImportInspector : public QWidget {
    Q_OBJECT
public:
    explicit ImportInspector(QWidget *parent = nullptr);

    /// Shows a preview's plan without telling anyone.
    void show(const ImportPreview &preview);
    /// Puts what is shown over `plan`; what is not shown here stays.
    void apply(ImportPlan &plan) const;
    void setTimeZones(const QStringList &zones);

Q_SIGNALS:
    void changed(); ///< a person chose something

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addCombo(const QString &name);
    QComboBox *addEditable(const QString &name);
    void addRow(QLabel *label, QWidget *field);
    void connectAll();
    void retranslate();
    void fillFixed();
    void fillDates(const ImportPreview &preview);
    void showRows(const ImportPlan &plan);
    void onEdited(QComboBox *combo);
    void onStart();

    QVBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_kindTitle;
    QComboBox *m_kind;
    QLabel *m_layoutTitle;
    QComboBox *m_seriesLayout;
    QLabel *m_dateTitle;
    QComboBox *m_date;
    QLabel *m_zoneTitle;
    QComboBox *m_zone;
    QLabel *m_startTitle;
    QLineEdit *m_start;
    QLabel *m_startProblem;
    QLabel *m_stepTitle;
    QComboBox *m_step;
    QLabel *m_conflictTitle;
    QComboBox *m_conflict;
    QLabel *m_delimiterTitle;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QLabel *m_decimalTitle;
    QComboBox *m_decimal;
    QLabel *m_encodingTitle;
    QComboBox *m_encoding;
    QLabel *m_encodingNote;
    ImportPreview m_preview; ///< without rows: what is shown
};

} // namespace foretrail
