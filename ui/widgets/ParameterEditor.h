#pragma once

#include "core/preparation/StepInfo.h"

#include <QWidget>

namespace foretrail {

/// Edits the value of one parameter, as JSON. What does not read as the type is passed on as it was typed: whoever checks the
/// recipe says what is allowed.
class ParameterEditor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QJsonValue value() const = 0;
    /// Without telling anyone, and without touching what a person is typing where that is the same value.
    void setValue(const QJsonValue &value);
    /// Wants the width of the form, below its title.
    virtual bool isWide() const { return true; }
    /// Says its title itself.
    virtual bool hasTitle() const { return false; }

    /// The editor for the type of a parameter. Its main field is named "parameter_NAME".
    static ParameterEditor *make(const ParameterInfo &parameter, QWidget *parent);

Q_SIGNALS:
    void changed(); ///< by a person

protected:
    virtual void show(const QJsonValue &value) = 0;
    void setField(QWidget *field, const ParameterInfo &parameter); ///< fills this editor and gets its name and help
};

/// A list from a line of text, split at commas and spaces: numbers where all are numbers, else the text itself.
QJsonValue listFromText(const QString &text);

} // namespace foretrail
