#pragma once

#include "core/report/ReportContent.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace foretrail {

/// The pages of a report, drawn onto anything in units of 1/96 inch: A4, upright.
class ReportPages {
public:
    /// What is given must outlive it.
    ReportPages(const ReportContent &content, const QImage &logo) : m_content(content), m_logo(logo) {}

    static constexpr QSizeF size{794, 1123};
    int count() const;
    void draw(QPainter &painter, int page) const; ///< from 0 on

private:
    void drawFirst(QPainter &painter) const;
    void drawSeries(QPainter &painter, const ReportSeries &series) const;
    void drawSmall(QPainter &painter, qsizetype first) const; ///< small charts from this series on
    double drawHead(QPainter &painter) const;  ///< company and logo; where the rest begins
    void drawFoot(QPainter &painter, const QStringList &lines, int page) const;

    const ReportContent &m_content;
    const QImage &m_logo;
};

} // namespace foretrail
