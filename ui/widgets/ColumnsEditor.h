#pragma once

#include "ui/widgets/ParameterEditor.h"

#include <QHash>
#include <QJsonArray>

class QAction;
class QCheckBox;
class QComboBox;
class QCompleter;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStringListModel;

namespace foretrail {

/// Other series that join: a list, and below it the fields of the selected one.
class ColumnsEditor : public ParameterEditor {
    Q_OBJECT
public:
    ColumnsEditor(const ParameterInfo &parameter, QWidget *parent);
    QJsonValue value() const override { return m_columns; }
    /// What may be typed as the key of a column of this group ("series", "item").
    void setKeys(const QString &by, const QStringList &keys);

Q_SIGNALS:
    void keysWanted(const QString &by); ///< answered by setKeys()

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
    void offerKeys();

    QJsonArray m_columns;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QWidget *m_fields;
    QComboBox *m_by;
    QLineEdit *m_key;
    QCompleter *m_completer;
    QStringListModel *m_offered;
    QAction *m_all; ///< shows all keys
    QHash<QString, QStringList> m_keys; ///< by group
    QComboBox *m_measure;
    QLineEdit *m_name;
    QCheckBox *m_known;
};

} // namespace foretrail
