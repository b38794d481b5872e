#pragma once

#include "core/behaviour/segments/SegmentRule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace foretrail {

/// One condition of a rule as fields: what, how, how much; and whether it is turned round.
class RuleRow : public QWidget {
    Q_OBJECT
public:
    RuleRow(const QStringList &kinds, const QStringList &attributes, QWidget *parent = nullptr);
    /// Whether fields can show it: a condition, or one turned round.
    static bool canShow(const SegmentRule &rule);
    void setRule(const SegmentRule &rule);
    SegmentRule rule() const;

Q_SIGNALS:
    void changed();
    void removed();

private:
    void fillWhat();
    void showFields();
    SegmentCondition condition() const;

    QStringList m_kinds, m_attributes;
    QJsonObject m_model; ///< of clusters, kept as it came
    QCheckBox *m_not;
    QComboBox *m_what;
    QComboBox *m_name; ///< attribute, or key of an item, a category, a kind
    QComboBox *m_did;
    QComboBox *m_is;
    QComboBox *m_text; ///< state, RFM segment, value of the attribute
    QDoubleSpinBox *m_value;
    QToolButton *m_remove;
};

} // namespace foretrail
