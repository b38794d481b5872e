#include "ui/widgets/ModelCombo.h"

#include <QEvent>

#include <algorithm>

namespace foretrail {

int usualHorizon(Step step)
{
    switch (step) {
    case Step::Hour: return 48;
    case Step::Day: return 28;
    case Step::Week: return 8;
    case Step::Month: return 6;
    case Step::Quarter: return 4;
    case Step::Year: return 3;
    case Step::None: break;
    }
    return 12;
}

ModelCombo::ModelCombo(QWidget *parent) : QComboBox(parent)
{
    fill();
    setModelName(ModelSpec().model);
}

void ModelCombo::fill()
{
    const QString chosen = model();
    clear();
    for (const ModelInfo &entry : modelRegistry().models()) {
        addItem(entry.name, entry.name);
        setItemData(count() - 1, entry.explanation, Qt::ToolTipRole);
    }
    setModelName(chosen);
}

void ModelCombo::setModelName(const QString &name)
{
    setCurrentIndex(std::max(0, findData(name)));
}

ModelInfo ModelCombo::info() const
{
    const ModelInfo *found = modelRegistry().find(model());
    return found ? *found : ModelInfo();
}

void ModelCombo::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail
