#pragma once

#include "ui/widgets/ParameterEditor.h"

#include <QJsonArray>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foretrail {

/// Other series that join: a list, and below it the fields of the selected one.
class ColumnsEditor : public ParameterEditor {
    Q_OBJECT
public:
    ColumnsEditor(const ParameterInfo &parameter, QWidget *parent);
    QJsonValue value() const override { return m_columns; }

protected:
    void show(const QJsonValue &value) override;

private:
    void arrange(const ParameterInfo &parameter);
    void add();
    void remove();
    void edit();
    void fill(int row);
    void showCurrent();
    QJsonObject current() const;

    QJsonArray m_columns;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QWidget *m_fields;
    QComboBox *m_by;
    QLineEdit *m_key;
    QComboBox *m_measure;
    QLineEdit *m_name;
    QCheckBox *m_known;
};

} // namespace foretrail
