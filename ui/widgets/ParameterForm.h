#pragma once

#include "core/preparation/StepInfo.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace foretrail {

class ParameterEditor;

/// Fields for the parameters of one kind of step, made from what the registry says of them: title, editor, below it what is
/// wrong with it.
class ParameterForm : public QWidget {
    Q_OBJECT
public:
    explicit ParameterForm(QWidget *parent = nullptr);

    /// The fields of another kind; the same one stays as it is.
    void setStep(const StepInfo &info);
    void clear();
    /// Shows values, initial where nothing is said, and only the fields that count beside them.
    void setParameters(const QJsonObject &parameters);
    void setColumnKeys(const QString &by, const QStringList &keys); ///< see ColumnsEditor
    /// Below their fields; what belongs to no shown field is given back.
    QList<StepProblem> setProblems(const QList<StepProblem> &problems);

Q_SIGNALS:
    void changed(const QString &name, const QJsonValue &value); ///< by a person
    void datesFileWanted(const QString &name);                  ///< for a parameter that is a list of dates
    void columnKeysWanted(const QString &by);                   ///< for one that is a list of columns

private:
    struct Field {
        QWidget *all = nullptr;
        ParameterEditor *editor = nullptr;
        QLabel *note = nullptr; ///< of the choice that is made
        QLabel *problem = nullptr;
    };
    void addField(const ParameterInfo &parameter);

    StepInfo m_info;
    QVBoxLayout *m_layout;
    QHash<QString, Field> m_fields;
};

} // namespace foretrail
